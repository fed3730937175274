package io.tidings.sse.processor;

import io.tidings.sse.annotations.Conflate;
import io.tidings.sse.annotations.Filter;
import io.tidings.sse.annotations.Guard;
import io.tidings.sse.annotations.Poll;
import io.tidings.sse.annotations.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;

/** Reads the annotations that belong to one event, and the guards. */
final class OptionReader {
  private static final Rule.Time INTERVAL =
      new Rule.Time(Duration.ofMillis(1), Duration.ofHours(1), false);
  private static final Rule.Time PERIOD =
      new Rule.Time(Duration.ofMillis(100), Duration.ofDays(1), false);
  private static final Duration DEFAULT_PERIOD = Duration.ofSeconds(5);

  private final Findings findings;
  private final ValueReader values;
  private final PluginReader plugins;

  OptionReader(Environment environment, Findings findings) {
    this.findings = findings;
    this.values = new ValueReader(findings);
    this.plugins = new PluginReader(environment, findings);
  }

  Optional<Duration> conflate(ExecutableElement method) {
    Optional<Annotated> annotation = Annotated.find(method, Conflate.class);
    if (annotation.isPresent() && Annotated.find(method, Poll.class).isPresent()) {
      findings.report(Diagnostic.POLL_CONFLATED, annotation.get().anchor(), method);
    }
    return annotation.flatMap(
        found ->
            values
                .required(found, List.of("value", "interval"))
                .flatMap(member -> duration(found, member, INTERVAL)));
  }

  Optional<SourceModel> source(ExecutableElement method) {
    Optional<Annotated> poll = Annotated.find(method, Poll.class);
    boolean snapshot = Annotated.find(method, Snapshot.class).isPresent();
    if (poll.isEmpty() && !snapshot) {
      return Optional.empty();
    }
    boolean onlyChanges =
        poll.flatMap(found -> found.get("onlyChanges", Boolean.class)).orElse(false);
    return Optional.of(new SourceModel(poll.map(this::period), onlyChanges, snapshot));
  }

  private Duration period(Annotated poll) {
    return values
        .member(poll, List.of("value", "every"))
        .flatMap(member -> duration(poll, member, PERIOD))
        .orElse(DEFAULT_PERIOD);
  }

  private Optional<Duration> duration(Annotated annotation, String member, Rule.Time rule) {
    return values.time(annotation, member, rule).map(value -> ((Value.Time) value).duration());
  }

  Optional<TypeMirror> filter(ExecutableElement method, TypeMirror payload) {
    Optional<Annotated> filter = Annotated.find(method, Filter.class);
    Stream.of(Poll.class, Snapshot.class)
        .filter(source -> Annotated.find(method, source).isPresent())
        .findFirst()
        .ifPresent(source -> filter.ifPresent(found -> reportSource(found, source)));
    return filter.flatMap(annotation -> plugins.filter(annotation, payload));
  }

  private void reportSource(Annotated filter, Class<?> source) {
    String name = source.getSimpleName();
    findings.report(Diagnostic.SOURCE_FILTERED, filter.anchor(), name, filter.element());
  }

  List<TypeMirror> guards(Element element) {
    return Annotated.find(element, Guard.class).flatMap(plugins::guard).stream().toList();
  }
}
