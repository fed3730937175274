package io.tidings.sse.hub;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** The implementations of generated sources that an application has given. Safe for any thread. */
final class SourceRegistry {

  private final List<Object> newestFirst = new CopyOnWriteArrayList<>();
  private final SourceErrors errors;

  SourceRegistry(SourceErrors errors) {
    this.errors = errors;
  }

  /** Who tells readers that a source has failed. */
  SourceErrors errors() {
    return errors;
  }

  /** The implementations that want to know when polling stops. */
  List<PollListener> pollListeners() {
    return newestFirst.stream()
        .filter(PollListener.class::isInstance)
        .map(PollListener.class::cast)
        .toList();
  }

  void add(Object implementation) {
    newestFirst.add(0, Objects.requireNonNull(implementation, "sources must not be null"));
  }

  /** The implementation of this interface that was given last. */
  <S> S get(Class<S> type) {
    for (Object implementation : newestFirst) {
      if (type.isInstance(implementation)) {
        return type.cast(implementation);
      }
    }
    throw new IllegalStateException(
        "hub must have an implementation of "
            + type.getName()
            + "; was none. Implement it, and give it to the hub: Hub.builder().sources(…) or"
            + " hub.sources(…).");
  }

  /** Fails unless every source of this topic has its implementation. */
  void require(TopicDefinition topic) {
    topic.events().stream()
        .flatMap(event -> event.source().stream())
        .forEach(use -> get(use.type()));
  }
}
