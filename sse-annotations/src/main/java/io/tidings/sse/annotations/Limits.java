package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * How many readers are admitted, for how long, and how large a payload may be.
 *
 * <p>A reader over a limit is refused before anything is sent to it: 503 with {@code Retry-After},
 * 429 for a limit per client; a browser, which would give up for good, gets a late {@code retry:}
 * instead. On the interface the numbers hold for the stream, on a method for its topics.
 *
 * <pre>{@code
 * @Limits(subscribers = 10_000, perClient = 4, lifetime = "1h", payload = "64KB")
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Limits {

  /**
   * How many connections may be open at once.
   *
   * @return 0 or more connections; 0 means no limit
   */
  int subscribers() default 0;

  /**
   * How many subscriptions one topic may have at once.
   *
   * @return 0 or more subscriptions; 0 means no limit
   */
  int perTopic() default 0;

  /**
   * How many connections one client may have open at once.
   *
   * @return 0 or more connections; 0 means no limit
   */
  int perClient() default 0;

  /**
   * How many topics one connection may ask for; belongs on the interface.
   *
   * @return 0 or more topics; 0 means no limit
   */
  int topicsPerConnection() default 0;

  /**
   * How long a connection may last; it ends cleanly at 80 to 100 % of that time, and the reader
   * resumes by its cursor.
   *
   * @return a duration from {@code 1s} to 365 days; empty means no limit
   */
  String lifetime() default "";

  /**
   * How large an encoded payload may be; publishing a larger one throws.
   *
   * @return a size from {@code 1B} to {@code 1GB}; empty means what the hub allows
   */
  String payload() default "";
}
