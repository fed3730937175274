package io.tidings.sse.processor;

import io.tidings.sse.annotations.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Reads what the methods of one template say together: one topic. */
final class TopicReader {
  private final Types types;
  private final Findings findings;
  private final Map<Setting, SettingModel> streamSettings;
  private final SettingReader settings;
  private final OptionReader options;
  private final SecurityReader security;

  /**
   * @param streamSettings what the interface says of all its topics
   */
  TopicReader(
      Environment environment, Findings findings, Map<Setting, SettingModel> streamSettings) {
    this.types = environment.types();
    this.findings = findings;
    this.streamSettings = streamSettings;
    this.settings = new SettingReader(findings);
    this.options = new OptionReader(environment, findings);
    this.security = new SecurityReader(findings);
  }

  /**
   * The topic of some methods with one template.
   *
   * @param streamVariables how many variables of each method belong to the stream path
   */
  TopicModel read(List<TopicMethod> methods, int streamVariables) {
    TopicMethod first = methods.get(0);
    methods.forEach(method -> checkVariables(first, method));
    checkEventTypes(methods);
    Agreement agreement = new Agreement(findings, methods);
    TopicModel topic =
        new TopicModel(
            name(methods),
            first.template(),
            first.variables().stream().skip(streamVariables).toList(),
            methods.stream().map(TopicMethod::event).toList(),
            settings(agreement),
            guards(agreement),
            security(agreement));
    checkSnapshots(methods, topic);
    new ReplayCheck(findings).check(topic, methods);
    return topic;
  }

  private void checkVariables(TopicMethod first, TopicMethod method) {
    for (VariableModel variable : method.variables()) {
      first.variables().stream()
          .filter(one -> one.name().equals(variable.name()))
          .filter(one -> !types.isSameType(one.type(), variable.type()))
          .forEach(
              one ->
                  findings.report(
                      Diagnostic.VARIABLE_TYPES_DIFFER,
                      parameter(method.element(), variable.name()),
                      variable.type(),
                      one.type(),
                      first.element()));
    }
  }

  private static Anchor parameter(ExecutableElement method, String name) {
    return method.getParameters().stream()
        .filter(one -> one.getSimpleName().contentEquals(name))
        .findFirst()
        .map(Anchor::of)
        .orElse(Anchor.of(method));
  }

  private void checkEventTypes(List<TopicMethod> methods) {
    Map<String, ExecutableElement> seen = new LinkedHashMap<>();
    for (TopicMethod method : methods) {
      for (String type : method.event().payload().eventTypes()) {
        ExecutableElement earlier = seen.putIfAbsent(type, method.element());
        if (earlier != null) {
          findings.report(
              Diagnostic.EVENT_TYPE_TWICE, method.eventAnchor(), type, earlier, method.element());
        }
      }
    }
  }

  private String name(List<TopicMethod> methods) {
    Optional<TopicMethod> named =
        methods.stream().filter(one -> one.explicitName().isPresent()).findFirst();
    String name = named.flatMap(TopicMethod::explicitName).orElse(derived(methods.get(0)));
    for (TopicMethod method : methods) {
      String other = method.explicitName().orElse(name);
      if (!other.equals(name)) {
        findings.report(
            Diagnostic.TOPIC_NAMES_DIFFER,
            method.topic().anchor("name"),
            other,
            name,
            named.orElse(method).element());
      }
    }
    if (!SourceVersion.isIdentifier(name) || SourceVersion.isKeyword(name)) {
      TopicMethod method = named.orElse(methods.get(0));
      String proposal = Naming.capitalised(method.event().method());
      findings.report(
          Diagnostic.TOPIC_NAME_SYNTAX, method.nameAnchor(), "\"" + name + "\"", proposal);
    }
    return name;
  }

  private static String derived(TopicMethod method) {
    List<String> literals = method.template().literals();
    List<String> words = literals.isEmpty() ? method.template().variables() : literals;
    return Naming.pascal(String.join("-", words));
  }

  private List<SettingModel> settings(Agreement agreement) {
    List<SettingModel> merged = new ArrayList<>();
    for (Setting setting : Setting.OF_TOPICS) {
      Optional<SettingModel> own =
          agreement.on(
              method -> settings.read(method, setting),
              said -> said,
              said -> setting.annotation().getSimpleName());
      Optional<SettingModel> below = Optional.ofNullable(streamSettings.get(setting));
      // The stream's own limits need not be said again for each topic.
      if (setting != Setting.LIMITS || own.isPresent()) {
        own.map(one -> below.map(one::over).orElse(one)).or(() -> below).ifPresent(merged::add);
      }
    }
    return merged;
  }

  private List<TypeMirror> guards(Agreement agreement) {
    return agreement
        .on(
            method -> options.guards(method).stream().findFirst(),
            TypeMirror::toString,
            said -> "Guard")
        .stream()
        .toList();
  }

  private List<AnnotationMirror> security(Agreement agreement) {
    return agreement
        .on(
            method -> Optional.of(security.ofMethod(method)).filter(said -> !said.isEmpty()),
            List::toString,
            said -> said.get(0).getAnnotationType().asElement().getSimpleName().toString())
        .orElse(List.of());
  }

  private void checkSnapshots(List<TopicMethod> methods, TopicModel topic) {
    List<Annotated> snapshots =
        methods.stream()
            .flatMap(method -> Annotated.find(method.element(), Snapshot.class).stream())
            .toList();
    snapshots.stream()
        .skip(1)
        .forEach(
            one ->
                findings.report(
                    Diagnostic.SNAPSHOT_TWICE, one.anchor(), snapshots.get(0).element()));
    topic.settings().stream()
        .map(setting -> setting.values().get("onConnect"))
        .filter(value -> value instanceof Value.Count count && count.number() > 0)
        .map(value -> ((Value.Count) value).number())
        .forEach(n -> snapshots.forEach(one -> reportOnConnect(one, n)));
  }

  private void reportOnConnect(Annotated snapshot, int newest) {
    findings.report(Diagnostic.SNAPSHOT_ON_CONNECT, snapshot.anchor(), newest);
  }
}
