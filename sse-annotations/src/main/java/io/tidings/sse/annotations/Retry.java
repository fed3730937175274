package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How long a reader is told to wait before it connects again, the {@code retry:} field.
 *
 * <p>The hint is sent when a connection opens. It differs from reader to reader, so that readers
 * which lost their connection together do not all come back in the same moment.
 *
 * <pre>{@code
 * @Retry("3s")
 * @Retry(delay = "5s", jitter = 0.5)   // between 2.5 and 7.5 seconds
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Retry {

  /**
   * The middle of the delays; the short form of {@link #delay}.
   *
   * @return a duration from {@code 0s} to one day; empty means {@code 3s}; not together with {@code
   *     delay}
   */
  String value() default "";

  /**
   * The middle of the delays, spelled out beside {@link #jitter}.
   *
   * @return the same as {@link #value}; not together with it
   */
  String delay() default "";

  /**
   * How far a delay may lie from the middle, as a share of it.
   *
   * @return 0.0 (all the same) to 1.0 (from nothing to twice the delay)
   */
  double jitter() default 0.2;
}
