package io.tidings.sse.hub;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where the payloads of an event come from when nobody publishes them, and what that is used for.
 *
 * @param type the generated interface that the application implements
 * @param source how it is asked
 * @param every the time from one poll to the next; null when it is not polled
 * @param onlyChanges whether a poll that brings what the one before brought is left out
 * @param snapshot whether newcomers get what it says
 */
record SourceUse<S, P>(
    Class<S> type,
    Source<S, PollResult<P>> source,
    @Nullable Duration every,
    boolean onlyChanges,
    boolean snapshot) {

  /** A source that says a payload, or null for nothing. */
  static <S, P> SourceUse<S, P> of(Class<S> type, Source<S, P> source) {
    Objects.requireNonNull(source, "source");
    return ofResults(
        type,
        (sources, variables) -> {
          @Nullable P payload = source.read(sources, variables);
          return payload == null ? PollResult.unchanged() : PollResult.of(payload);
        });
  }

  /** A source that says whether there is a payload, and whether it is the last. */
  static <S, P> SourceUse<S, P> ofResults(Class<S> type, Source<S, PollResult<P>> source) {
    return new SourceUse<>(
        Objects.requireNonNull(type, "type"),
        Objects.requireNonNull(source, "source"),
        null,
        false,
        false);
  }

  SourceUse<S, P> polled(Duration every, boolean onlyChanges) {
    return new SourceUse<>(type, source, Settings.positive("poll", every), onlyChanges, snapshot);
  }

  SourceUse<S, P> asSnapshot() {
    return new SourceUse<>(type, source, every, onlyChanges, true);
  }

  boolean isPolled() {
    return every != null;
  }

  /** What the application says now. */
  PollResult<P> read(SourceRegistry registry, Map<String, String> variables) throws Exception {
    @Nullable PollResult<P> result = source.read(registry.get(type), variables::get);
    return result == null ? PollResult.unchanged() : result;
  }
}
