package io.tidings.sse.hub;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a polled source says: a value, nothing new, or a last value. Immutable.
 *
 * @param <T> the payload
 * @param value the present payload; null when there is nothing new
 * @param isLast whether nothing will follow
 */
public record PollResult<T>(@Nullable T value, boolean isLast) {

  private static final PollResult<?> UNCHANGED = new PollResult<>(null, false);

  /** Checks that what ends a topic says something. */
  public PollResult {
    if (isLast && value == null) {
      throw new IllegalArgumentException("last value must not be null; was null");
    }
  }

  /**
   * The present payload, which is published.
   *
   * @param value the payload
   * @param <T> its type
   * @return the result
   */
  public static <T> PollResult<T> of(T value) {
    return new PollResult<>(Objects.requireNonNull(value, "value must not be null"), false);
  }

  /**
   * Nothing to say since the last time: nothing is published.
   *
   * @param <T> the payload
   * @return the result
   */
  @SuppressWarnings("unchecked") // it holds no value of any type
  public static <T> PollResult<T> unchanged() {
    return (PollResult<T>) UNCHANGED;
  }

  /**
   * The payload after which nothing will follow: it is published, and its topic is completed.
   *
   * @param value the payload
   * @param <T> its type
   * @return the result
   */
  public static <T> PollResult<T> last(T value) {
    return new PollResult<>(value, true);
  }
}
