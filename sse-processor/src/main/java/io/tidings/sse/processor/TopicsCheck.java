package io.tidings.sse.processor;

import io.tidings.sse.annotations.Topic;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Checks that the topics of one stream get along with one another. */
final class TopicsCheck {
  private final Findings findings;

  TopicsCheck(Findings findings) {
    this.findings = findings;
  }

  void check(StreamModel stream) {
    List<TopicModel> topics = stream.topics();
    for (int i = 0; i < topics.size(); i++) {
      for (int j = 0; j < i; j++) {
        checkPair(topics.get(j), topics.get(i));
      }
      checkName(stream, topics.get(i));
    }
    checkSources(stream);
  }

  private void checkPair(TopicModel earlier, TopicModel later) {
    if (Overlaps.between(earlier, later)) {
      findings.report(
          Diagnostic.TEMPLATES_OVERLAP,
          anchor(later.events().get(0), "value", "template"),
          earlier.template(),
          later.template());
    }
    if (earlier.name().equals(later.name())) {
      findings.report(
          Diagnostic.TOPIC_NAME_TWICE,
          anchor(later.events().get(0), "name", "value", "template"),
          later.name(),
          earlier.template(),
          later.template());
    }
  }

  private void checkName(StreamModel stream, TopicModel topic) {
    if (topic.name().equals(stream.names().topic())) {
      findings.report(
          Diagnostic.GENERATED_NAME_TAKEN,
          anchor(topic.events().get(0), "name", "value", "template"),
          topic.name());
    }
  }

  /** Points at the first of some members of the annotation that was written. */
  private static Anchor anchor(EventModel event, String... members) {
    Annotated annotation = Annotated.find(event.origin(), Topic.class).orElseThrow();
    return List.of(members).stream()
        .filter(annotation::has)
        .findFirst()
        .map(annotation::anchor)
        .orElse(annotation.anchor());
  }

  private void checkSources(StreamModel stream) {
    Map<String, EventModel> seen = new HashMap<>();
    for (EventModel event : stream.events()) {
      if (event.source().isEmpty()) {
        continue;
      }
      String signature =
          event.variables().stream()
              .map(variable -> variable.type().toString())
              .collect(Collectors.joining(", ", event.method() + "(", ")"));
      if (seen.putIfAbsent(signature, event) != null) {
        Anchor anchor = Anchor.of(event.origin());
        findings.report(Diagnostic.SOURCE_NAME_TWICE, anchor, signature, event.method());
      }
    }
  }
}
