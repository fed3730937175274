package io.tidings.sse.processor;

import static io.tidings.sse.processor.Diagnostic.BASELINE_ADDED;
import static io.tidings.sse.processor.Diagnostic.BASELINE_ADDRESS_CHANGED;
import static io.tidings.sse.processor.Diagnostic.BASELINE_CONSTANT_REMOVED;
import static io.tidings.sse.processor.Diagnostic.BASELINE_EVENT_REMOVED;
import static io.tidings.sse.processor.Diagnostic.BASELINE_TOPIC_REMOVED;
import static io.tidings.sse.processor.Diagnostic.BASELINE_TYPE_CHANGED;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Compares two AsyncAPI documents of one stream as their clients would. */
final class ContractComparison {
  private final DocumentView before;
  private final DocumentView after;
  private final List<Change> changes = new ArrayList<>();

  ContractComparison(Map<?, ?> before, Map<?, ?> after) {
    this.before = new DocumentView(before);
    this.after = new DocumentView(after);
  }

  List<Change> changes() {
    Map<String, Map<?, ?>> old = before.channels();
    Map<String, Map<?, ?>> now = after.channels();
    List<String> added = added(old, now);
    for (Map.Entry<String, Map<?, ?>> channel : old.entrySet()) {
      String topic = channel.getKey();
      Map<?, ?> same = now.get(topic);
      if (same == null) {
        report(BASELINE_TOPIC_REMOVED, topic, "", topic, renamed(topic, added));
      } else {
        compareTopics(topic, channel.getValue(), same);
      }
    }
    added.forEach(one -> report(BASELINE_ADDED, one, "", "topic \"" + one + "\""));
    return List.copyOf(changes);
  }

  private void compareTopics(String topic, Map<?, ?> old, Map<?, ?> now) {
    if (!String.valueOf(old.get("address")).equals(now.get("address"))) {
      report(BASELINE_ADDRESS_CHANGED, topic, "", topic, old.get("address"), now.get("address"));
    }
    compareParameters(topic, old, now);
    Map<String, Map<?, ?>> oldMessages = before.messages(old);
    Map<String, Map<?, ?>> messages = after.messages(now);
    List<String> added = added(oldMessages, messages);
    oldMessages.forEach(
        (type, message) -> {
          Map<?, ?> same = messages.get(type);
          if (same == null) {
            report(BASELINE_EVENT_REMOVED, topic, type, type, topic, renamed(type, added));
          } else {
            compareMessages(topic, type, message, same);
          }
        });
    added.forEach(
        type -> report(BASELINE_ADDED, topic, type, "event \"" + type + "\" of \"" + topic + "\""));
  }

  private void compareParameters(String topic, Map<?, ?> old, Map<?, ?> now) {
    Map<?, ?> parameters = DocumentView.map(now, "parameters");
    DocumentView.map(old, "parameters")
        .forEach(
            (name, parameter) -> {
              List<String> before = DocumentView.texts(parameter, "enum");
              List<String> after = DocumentView.texts(parameters.get(name), "enum");
              before.stream()
                  .filter(constant -> !after.isEmpty() && !after.contains(constant))
                  .forEach(
                      gone -> report(BASELINE_CONSTANT_REMOVED, topic, "", gone, "{" + name + "}"));
            });
  }

  private void compareMessages(String topic, String type, Map<?, ?> old, Map<?, ?> now) {
    String before = String.valueOf(old.get("contentType"));
    String after = String.valueOf(now.get("contentType"));
    if (!before.equals(after)) {
      report(BASELINE_TYPE_CHANGED, topic, type, "data of " + type, before, after);
      return;
    }
    SchemaComparison comparison =
        new SchemaComparison(
            this.before, this.after, (what, facts) -> report(what, topic, type, facts));
    comparison.compare(type, old.get("payload"), now.get("payload"));
  }

  private void report(Diagnostic diagnostic, String topic, String type, Object... facts) {
    Change change = Change.of(diagnostic, topic, type, facts);
    if (changes.stream().noneMatch(one -> isSame(one, change))) {
      changes.add(change);
    }
  }

  /** A type that several events carry changes once. */
  private static boolean isSame(Change one, Change other) {
    return one.diagnostic() == other.diagnostic() && one.list().equals(other.list());
  }

  static List<String> added(Map<String, ?> old, Map<String, ?> now) {
    return now.keySet().stream().filter(name -> !old.containsKey(name)).toList();
  }

  /** What somebody may have renamed a thing to. */
  static String renamed(String name, Collection<String> added) {
    if (added.size() == 1) {
      return " Is it now \"" + added.iterator().next() + "\"?";
    }
    return Spelling.closest(name, added).map(close -> " Is it now \"" + close + "\"?").orElse("");
  }
}
