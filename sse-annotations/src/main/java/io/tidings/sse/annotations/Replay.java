package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The history that each topic keeps, for readers that come back and for readers that come late.
 *
 * <p>A reader that returns with the id of its last event gets exactly what it missed, as long as
 * the history reaches back that far; otherwise it is told by an {@code sse-gap} event. The bounds
 * work together: what lies beyond any of them is forgotten.
 *
 * <pre>{@code
 * @Replay(events = 1_000, age = "10m")
 * @Replay(events = 100, onConnect = 1)   // a new reader starts with the newest event
 * @Replay(events = 0)                    // nothing is kept
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Replay {

  /**
   * How many events each topic keeps.
   *
   * @return 0 to 10,000,000 events; 0 keeps none
   */
  int events() default 1024;

  /**
   * How many bytes of events each topic keeps.
   *
   * @return a size from {@code 1KB} to {@code 1GB}
   */
  String bytes() default "4MB";

  /**
   * How old an event may be before it is forgotten.
   *
   * @return a duration from {@code 1ms} to 365 days; empty means no limit
   */
  String age() default "";

  /**
   * How many of the newest events a reader gets that comes without a cursor.
   *
   * @return 0 to {@link #events}; 0 means that such a reader sees only what comes from now on
   */
  int onConnect() default 0;
}
