package io.tidings.sse.processor;

import java.util.HashSet;
import java.util.Set;

/** Names that the documents of a stream use themselves, so that no payload type may have them. */
final class ReservedNames {
  /** Words that can name nothing in TypeScript. */
  private static final Set<String> KEYWORDS =
      words(
          "break case catch class const continue debugger default delete do else enum export",
          "extends false finally for function if import in instanceof new null return super switch",
          "this throw true try typeof var void while with await let static yield arguments eval");

  /** Types of TypeScript, and what our part of the client calls by name. */
  private static final Set<String> TYPES =
      words(
          "any unknown never number bigint boolean string symbol object undefined async type",
          "EventSource MessageEvent ReturnType Map Set Math Number Date JSON Object Promise Infinity",
          "RangeError String fetch clearTimeout setTimeout encodeURIComponent",
          "SseEventInfo SseHandler SseGap SseTopicHandlers SsePolledTopicHandlers",
          "SseClosed SseOptions SseTopic SseCursor SseConnection sseHandler sseCursor sseSilence sseStatus sseEncoded",
          "sseWhole sseJson sseBody sseText sseClosedState sseFirstDelay sseLongestDelay sseMissedHeartbeats");

  private ReservedNames() {}

  private static Set<String> words(String... lines) {
    return Set.of(String.join(" ", lines).split(" ", -1));
  }

  static Set<String> of(StreamModel stream) {
    Set<String> names = new HashSet<>(KEYWORDS);
    names.addAll(TYPES);
    names.add(client(stream));
    names.add(topic(stream));
    stream.topics().forEach(topic -> names.add(handlers(topic)));
    return names;
  }

  /** A name for a parameter in TypeScript. */
  static String parameter(String name) {
    return KEYWORDS.contains(name) || name.equals("handlers") || name.startsWith("sse")
        ? name + "_"
        : name;
  }

  static String client(StreamModel stream) {
    return stream.names().stem() + "Client";
  }

  static String topic(StreamModel stream) {
    return stream.names().stem() + "Topic";
  }

  static String handlers(TopicModel topic) {
    return topic.name() + "Handlers";
  }
}
