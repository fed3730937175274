package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * One stream of events: a path, one total order of events and one space of event ids.
 *
 * <p>Stands on an interface whose methods carry {@link Topic}. For an interface {@code Markets} the
 * processor generates {@code MarketsPublisher}, {@code MarketsTopic} and {@code MarketsResource}.
 *
 * <pre>{@code
 * @SseStream("/tenants/{tenant}/orders")
 * public interface Orders {
 *
 *   @Topic("open")
 *   void placed(String tenant, Order order);
 * }
 * }</pre>
 *
 * <p>A path with variables makes every expansion a stream of its own: {@code /tenants/a/orders} and
 * {@code /tenants/b/orders} have separate orders, ids and connections. The variables of the path
 * are then the first parameters of every method.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SseStream {

  /**
   * The path of the stream below the application's own path, such as {@code /markets}; the short
   * form of {@link #path}.
   *
   * @return segments parted by {@code /}, each a literal of {@code A-Z a-z 0-9 - . _ ~} or one
   *     {@code {variable}}; exactly one of {@code value} and {@code path} must be given
   */
  String value() default "";

  /**
   * The path of the stream, spelled out: {@code @SseStream(path = "/markets")}.
   *
   * @return the same as {@link #value}; exactly one of the two must be given
   */
  String path() default "";
}
