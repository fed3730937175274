package io.tidings.sse.processor;

import io.tidings.sse.annotations.Replay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Checks what the interface and the methods say together of the history of a topic. */
final class ReplayCheck {
  private static final String NEWEST = "onConnect";

  private final Findings findings;

  ReplayCheck(Findings findings) {
    this.findings = findings;
  }

  void check(TopicModel topic, List<TopicMethod> methods) {
    for (SettingModel setting : topic.settings()) {
      if (setting.setting() == Setting.REPLAY) {
        check(setting.values(), methods);
      }
    }
  }

  private void check(Map<String, Value> replay, List<TopicMethod> methods) {
    int newest = count(replay, NEWEST);
    int events = count(replay, "events");
    if (newest > events) {
      anchor(methods)
          .ifPresent(where -> findings.report(Diagnostic.REPLAY_ON_CONNECT, where, newest, events));
    }
  }

  private static int count(Map<String, Value> replay, String member) {
    return replay.get(member) instanceof Value.Count count ? count.number() : byDefault(member);
  }

  private static int byDefault(String member) {
    try {
      return (Integer) Replay.class.getMethod(member).getDefaultValue();
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The place that asks for too many: on a method, or else on the interface. */
  private Optional<Anchor> anchor(List<TopicMethod> methods) {
    Stream<Element> places =
        Stream.concat(methods.stream().map(TopicMethod::element), Stream.of(findings.stream()));
    List<Annotated> said =
        places.flatMap(place -> Annotated.find(place, Replay.class).stream()).toList();
    return Stream.concat(said.stream().filter(one -> one.has(NEWEST)), said.stream())
        .findFirst()
        .map(one -> one.anchor(NEWEST));
  }
}
