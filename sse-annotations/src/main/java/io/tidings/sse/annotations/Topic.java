package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The topic that an event goes to, and the type of the event.
 *
 * <p>A method is one event type. Every {@code {variable}} of the template is a parameter with that
 * name, and exactly one further parameter is the payload. The method returns {@code void}.
 *
 * <pre>{@code
 * @Topic("prices/{symbol}")
 * void price(String symbol, Price price);
 *
 * @Topic("devices{?site,kind}")
 * void reading(String site, Kind kind, Reading reading);
 * }</pre>
 *
 * <p>Several methods may have the same template: the topic then carries several event types.
 * Variables may be {@code String}, primitives and their boxes, {@code UUID}, enums and every type
 * with a public static {@code fromString(String)} or {@code valueOf(String)}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Topic {

  /**
   * The template of the topic, relative to the stream, such as {@code prices/{symbol}}; the short
   * form of {@link #template}.
   *
   * @return segments parted by {@code /}, each a literal of {@code A-Z a-z 0-9 - . _ ~} or one
   *     {@code {variable}}, at the end optionally query variables {@code {?a,b}}, all of which a
   *     reader must give; exactly one of {@code value} and {@code template} must be given
   */
  String value() default "";

  /**
   * The template of the topic, spelled out: {@code @Topic(template = "alerts")}.
   *
   * @return the same as {@link #value}; exactly one of the two must be given
   */
  String template() default "";

  /**
   * The event type, the {@code event:} field on the wire.
   *
   * <p>With a sealed interface as payload it is a prefix: {@code order-} gives {@code order-placed}
   * for the permitted type {@code Placed}.
   *
   * @return one line without {@code #}, not beginning with {@code sse-}; empty means the name of
   *     the method, or no prefix
   */
  String event() default "";

  /**
   * The name of the topic in generated code, such as {@code Prices}.
   *
   * @return a Java identifier; empty means a name made of the literal segments: {@code
   *     vehicles/{vin}/position} is {@code VehiclesPosition}
   */
  String name() default "";
}
