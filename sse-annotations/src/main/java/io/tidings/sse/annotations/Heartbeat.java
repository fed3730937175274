package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A sign of life on connections that have been idle for some time.
 *
 * <p>It keeps proxies from closing a silent connection and lets the server notice a reader that has
 * vanished. A connection that carries events gets none.
 *
 * <pre>{@code
 * @Heartbeat("15s")                            // a comment line, which browsers do not show
 * @Heartbeat(interval = "20s", event = "beat") // an event that a browser can listen to
 * @Heartbeat("off")
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Heartbeat {

  /**
   * How long a connection may be idle; the short form of {@link #interval}.
   *
   * @return a duration from {@code 100ms} to {@code 1h}, or {@code off}; empty means {@code 15s};
   *     below one second the compiler warns; not together with {@code interval}
   */
  String value() default "";

  /**
   * How long a connection may be idle, spelled out beside {@link #event}.
   *
   * @return the same as {@link #value}; not together with it
   */
  String interval() default "";

  /**
   * The type of a named event that is sent instead of a comment.
   *
   * @return an event type as in {@link Topic#event}; empty means a comment line
   */
  String event() default "";
}
