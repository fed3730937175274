package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * At most one event of this type per topic and interval, always ending with the newest.
 *
 * <p>The first event after a quiet interval is stored and sent at once. A publish that follows
 * within the interval is accepted and held; the newest one is stored and sent when the interval
 * ends, when the topic is completed and when the hub is closed. What it replaced never existed for
 * readers. Events for one principal wait for those of that principal only; an event for one client
 * id goes at once.
 *
 * <pre>{@code
 * @Topic("prices/{symbol}")
 * @Conflate("100ms")
 * void price(String symbol, Price price);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Conflate {

  /**
   * The length of the interval; the short form of {@link #interval}.
   *
   * @return a duration from {@code 1ms} to {@code 1h}; exactly one of {@code value} and {@code
   *     interval} must be given
   */
  String value() default "";

  /**
   * The length of the interval, spelled out: {@code @Conflate(interval = "250ms")}.
   *
   * @return the same as {@link #value}; exactly one of the two must be given
   */
  String interval() default "";
}
