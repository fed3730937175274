package io.tidings.sse.hub;

import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** The streams of one hub by their canonical paths. Safe for any thread. */
final class HubStreams {

  private final ConcurrentHashMap<String, HubStream> byPath = new ConcurrentHashMap<>();
  private final HubContext context;

  /** How many stored ones were forgotten: while it is the same, nothing else has become known. */
  private final AtomicLong forgotten = new AtomicLong();

  private volatile boolean closed;

  HubStreams(HubContext context) {
    this.context = context;
  }

  /** The stream at this path, made if need be. */
  HubStream get(StreamDefinition definition, String path) {
    HubStream known = byPath.get(path);
    return known != null ? checked(known, definition) : create(definition, path);
  }

  private HubStream create(StreamDefinition definition, String path) {
    Optional<String> canonical = definition.resolvePath(path);
    if (canonical.isEmpty() || !canonical.get().equals(path)) {
      throw new IllegalArgumentException(
          "stream path must be a canonical path of " + definition + "; was \"" + path + '"');
    }
    HubStream stream = null;
    while (stream == null) {
      long before = forgotten.get();
      HubStream fresh = new HubStream(path, definition, context); // may have to ask a history
      stream =
          byPath.compute(
              path, (same, known) -> known == null && forgotten.get() == before ? fresh : known);
    }
    if (closed) { // it may have come after close() had looked for it
      stream.close();
    }
    return checked(stream, definition);
  }

  /** Does something with the stream at this path, and again if it was forgotten meanwhile. */
  <T> T with(StreamDefinition definition, String path, Function<HubStream, T> action) {
    while (true) {
      HubStream stream = get(definition, path);
      try {
        return action.apply(stream);
      } catch (StreamForgotten e) {
        remove(stream);
      }
    }
  }

  /**
   * Whoever is making one for the same path at this moment may have looked before it was stored.
   */
  private void remove(HubStream stream) {
    byPath.computeIfPresent(
        stream.path(),
        (path, known) -> {
          if (stream.isStored()) {
            forgotten.incrementAndGet();
          }
          return known == stream ? null : known;
        });
  }

  /** Forgets a stream at once if nobody would miss it; invented names are to leave nothing. */
  void forgetIfUnused(HubStream stream) {
    if (stream.forget()) {
      remove(stream);
    }
  }

  /** From now on nothing is published. */
  void close() {
    closed = true;
    byPath.values().forEach(HubStream::close);
  }

  private static HubStream checked(HubStream stream, StreamDefinition definition) {
    if (stream.definition() != definition) {
      throw new IllegalStateException(
          "stream path must belong to one definition; was "
              + stream.path()
              + " of "
              + stream.definition()
              + " and of "
              + definition);
    }
    return stream;
  }

  /** Trims by age, and forgets topics that nobody has used since this time. */
  void sweep(long unusedSince) {
    for (HubStream stream : all()) {
      stream.sweep(unusedSince);
      forgetIfUnused(stream);
    }
  }

  Collection<HubStream> all() {
    return byPath.values();
  }
}
