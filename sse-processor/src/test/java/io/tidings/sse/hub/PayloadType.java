package io.tidings.sse.hub;

import java.lang.reflect.ParameterizedType;

public abstract class PayloadType<P> {
  protected PayloadType() {}

  @Override
  public String toString() {
    ParameterizedType type = (ParameterizedType) getClass().getGenericSuperclass();
    return type.getActualTypeArguments()[0].getTypeName();
  }
}
