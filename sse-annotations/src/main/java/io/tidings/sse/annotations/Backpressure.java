package io.tidings.sse.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What a reader gets that falls behind, and how far it may.
 *
 * <p>No publisher and no other reader ever waits for a slow one. How far a reader may lag is
 * independent of {@link Replay}: a burst larger than a small history does not cut healthy readers.
 *
 * <pre>{@code
 * @Backpressure(lag = 5_000, lagBytes = "8MB")
 * @Backpressure(policy = Backpressure.Policy.LATEST, writeTimeout = "10s")
 * }</pre>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Backpressure {

  /**
   * What a reader gets that has fallen behind by more than the lag.
   *
   * @return one of three answers; the default ends the connection, and the reader resumes by its
   *     cursor
   */
  Policy policy() default Policy.DISCONNECT;

  /**
   * How many events a reader may lie behind; whichever of this and {@link #lagBytes} comes first.
   *
   * @return 1 to 10,000,000 events
   */
  int lag() default 1024;

  /**
   * How many bytes a reader may lie behind; whichever of this and {@link #lag} comes first.
   *
   * @return a size from {@code 1KB} to {@code 1GB}
   */
  String lagBytes() default "4MB";

  /**
   * How long one write may be stuck before its connection is ended.
   *
   * @return a duration from {@code 100ms} to {@code 1h}
   */
  String writeTimeout() default "30s";

  /** The answers to a reader that has fallen behind. */
  enum Policy {
    /** Ends the connection; the reader comes back with its cursor and gets what it missed. */
    DISCONNECT,
    /** Tells the gap, then goes on with the oldest event that is kept. */
    DROP_OLDEST,
    /** Tells the gap, then goes on with the newest event of each event type. */
    LATEST
  }
}
