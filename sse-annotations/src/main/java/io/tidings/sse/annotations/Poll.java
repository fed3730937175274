package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The event comes from a source that is asked again and again while the topic has readers.
 *
 * <p>The processor generates an interface {@code MarketsSources} with one typed method per source;
 * the application implements it and gives it to the hub. A topic without readers is not polled. A
 * polled method returns {@code PollResult<Load>}: a value, nothing new, or a last value, which
 * completes the topic.
 *
 * <pre>{@code
 * @Topic("load")
 * @Poll("5s")
 * void load(Load load);
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Poll {

  /**
   * The time from one question to the next; the short form of {@link #every}.
   *
   * @return a duration from {@code 100ms} to one day; empty means {@code 5s}; not together with
   *     {@code every}
   */
  String value() default "";

  /**
   * The time from one question to the next, spelled out beside {@link #onlyChanges}.
   *
   * @return the same as {@link #value}; not together with it
   */
  String every() default "";

  /**
   * Whether an answer that equals the one before is left out.
   *
   * @return true to publish only answers that differ from the one before
   */
  boolean onlyChanges() default false;
}
