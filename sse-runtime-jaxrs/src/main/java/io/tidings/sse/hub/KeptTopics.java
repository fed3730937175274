package io.tidings.sse.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a history has kept of topics that were not in memory; asked without the stream's lock. */
final class KeptTopics {

  private final HubStream stream;
  private final List<String> paths;
  private final long forgotten;
  private final Map<String, History.TopicState> states;

  private KeptTopics(
      HubStream stream,
      List<String> paths,
      long forgotten,
      Map<String, History.TopicState> states) {
    this.stream = stream;
    this.paths = paths;
    this.forgotten = forgotten;
    this.states = states;
  }

  /** Looks these topics up, unless they are in memory or there is no history. */
  static KeptTopics of(HubStream stream, List<String> paths) {
    Archive archive = stream.context().archive();
    if (archive == null) {
      return none(stream);
    }
    long forgotten = stream.topics().forgotten();
    Map<String, History.TopicState> states = new HashMap<>();
    for (String path : paths) {
      if (stream.topics().get(path) == null) {
        stream.requireHistory(path);
        states.put(path, archive.ask(history -> history.topic(stream.path(), path)));
      }
    }
    return new KeptTopics(stream, paths, forgotten, states);
  }

  /** Nothing is known of any. */
  static KeptTopics none(HubStream stream) {
    return new KeptTopics(stream, List.of(), 0, Map.of());
  }

  /** Whether one may have been used and forgotten since; under the stream's lock. */
  boolean isOutdated() {
    return stream.topics().forgotten() != forgotten
        && paths.stream().anyMatch(path -> stream.topics().get(path) == null);
  }

  History.@Nullable TopicState get(String path) {
    return states.get(path);
  }

  /** Whether a topic has ended, and not after this; under the stream's lock. */
  boolean hasEndedBy(String path, long sequence) {
    HubTopic known = stream.topics().get(path);
    if (known != null) {
      return known.isCompleted() && known.lastSequence() <= sequence;
    }
    History.TopicState state = states.get(path);
    return state != null && state.completed() && state.head() <= sequence;
  }
}
