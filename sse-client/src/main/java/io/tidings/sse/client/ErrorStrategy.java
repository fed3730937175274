package io.tidings.sse.client;

import java.util.Set;

/** Decides whether a stream goes on after a failure. A value: hold and combine as you like. */
@FunctionalInterface
public interface ErrorStrategy {

  /** What a strategy says. */
  enum Verdict {
    /** Wait, then connect again. */
    RECONNECT,
    /** End the stream as failed. */
    STOP
  }

  /**
   * Decides about one failure.
   *
   * @param failure what failed
   * @param attempt how many attempts have failed in a row, this one included
   * @return how it goes on
   */
  Verdict decide(StreamException failure, int attempt);

  /**
   * What services want: broken and silent connections are opened again, and so are streams that a
   * server or the proxy before it refuses for now (429, 502, 503, 504). All else ends the stream.
   *
   * @return the strategy
   */
  static ErrorStrategy standard() {
    return retryingStatuses(Set.of(429, 502, 503, 504));
  }

  /**
   * What a browser does: only broken connections are opened again.
   *
   * @return the strategy
   */
  static ErrorStrategy likeBrowsers() {
    return retryingStatuses(Set.of());
  }

  /**
   * Opens broken and silent connections again, and those refused with one of these statuses.
   *
   * @param statuses the statuses that are worth another attempt
   * @return the strategy
   */
  static ErrorStrategy retryingStatuses(Set<Integer> statuses) {
    Set<Integer> worth = Set.copyOf(statuses);
    return (failure, attempt) ->
        switch (failure.fault()) {
          case NETWORK, TIMEOUT -> Verdict.RECONNECT;
          case STATUS -> worth.contains(failure.status()) ? Verdict.RECONNECT : Verdict.STOP;
          default -> Verdict.STOP;
        };
  }

  /**
   * Goes on whatever happens.
   *
   * @return the strategy
   */
  static ErrorStrategy always() {
    return (failure, attempt) -> Verdict.RECONNECT;
  }

  /**
   * Stops at the first failure.
   *
   * @return the strategy
   */
  static ErrorStrategy never() {
    return (failure, attempt) -> Verdict.STOP;
  }

  /**
   * The same, but it stops when so many attempts have failed in a row.
   *
   * @param attempts how many
   * @return the strategy
   */
  default ErrorStrategy upTo(int attempts) {
    return (failure, attempt) -> attempt >= attempts ? Verdict.STOP : decide(failure, attempt);
  }
}
