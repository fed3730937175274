package io.tidings.sse.hub;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;

/**
 * A payload type with its type arguments, captured by an anonymous subclass: {@code new
 * PayloadType<List<Price>>() {}}.
 *
 * @param <P> the payload
 */
public abstract class PayloadType<P> {

  private final Type type;

  /** Captures the type argument of the subclass. */
  protected PayloadType() {
    if (!(getClass().getGenericSuperclass() instanceof ParameterizedType captured)) {
      throw new IllegalArgumentException(
          "payload type must have a type argument; was " + getClass().getGenericSuperclass());
    }
    this.type = captured.getActualTypeArguments()[0];
  }

  /**
   * The captured type.
   *
   * @return the type, with its arguments
   */
  public final Type type() {
    return type;
  }
}
