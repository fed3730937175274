package io.tidings.sse.processor;

import io.tidings.sse.processor.Setting.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;

/** Reads the settings that stand on an element. */
final class SettingReader {
  private static final String PER_CONNECTION = "topicsPerConnection";
  private static final Duration SHORT = Duration.ofSeconds(1);

  private final Findings findings;
  private final ValueReader values;

  SettingReader(Findings findings) {
    this.findings = findings;
    this.values = new ValueReader(findings);
  }

  /** What the element itself says about a setting. */
  Optional<SettingModel> read(Element element, Setting setting) {
    return Annotated.find(element, setting.annotation()).map(found -> read(found, setting));
  }

  private SettingModel read(Annotated annotation, Setting setting) {
    Map<String, Value> read = new HashMap<>();
    for (Part part : setting.parts()) {
      Optional<String> member = values.member(annotation, part.members());
      member
          .flatMap(name -> values.read(annotation, name, part.rule()))
          .ifPresent(value -> read.put(part.component(), value));
      if (part.rule() instanceof Rule.Time
          && setting == Setting.HEARTBEAT
          && read.get("interval") instanceof Value.Time time) {
        warnWhenShort(annotation, member.orElse("value"), time.duration());
      }
    }
    checkPlace(annotation);
    return new SettingModel(setting, Map.copyOf(read));
  }

  private void warnWhenShort(Annotated annotation, String member, Duration interval) {
    if (interval.compareTo(SHORT) < 0) {
      String text = Durations.print(interval);
      findings.report(Diagnostic.HEARTBEAT_SHORT, annotation.anchor(member), text);
    }
  }

  private void checkPlace(Annotated annotation) {
    if (annotation.element() instanceof ExecutableElement && annotation.has(PER_CONNECTION)) {
      findings.report(
          Diagnostic.LIMIT_ON_METHOD,
          annotation.anchor(PER_CONNECTION),
          PER_CONNECTION,
          annotation.element());
    }
  }
}
