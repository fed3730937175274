package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.SEALED;

import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.processor.Members.Member;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;

/** Reads one interface with {@code @SseStream}, and reports every rule that it breaks. */
final class StreamReader {
  private final Environment environment;
  private final Reporter reporter;

  StreamReader(Environment environment, Reporter reporter) {
    this.environment = environment;
    this.reporter = reporter;
  }

  /** The stream; empty when a rule is broken, which has then been reported. */
  Optional<StreamModel> read(TypeElement type) {
    Findings findings = new Findings(reporter, type);
    checkShape(type, findings);
    if (type.getKind() != ElementKind.INTERFACE) {
      return Optional.empty();
    }
    Annotated stream = Annotated.find(type, SseStream.class).orElseThrow();
    Template path =
        new TemplateReader(findings).streamPath(stream).orElse(new Template(List.of(), List.of()));
    StreamModel model = read(type, path, findings);
    new TopicsCheck(findings).check(model);
    return findings.broken() ? Optional.empty() : Optional.of(model);
  }

  private void checkShape(TypeElement type, Findings findings) {
    Anchor anchor = Anchor.of(type);
    if (type.getKind() != ElementKind.INTERFACE) {
      String kind = type.getKind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
      findings.report(Diagnostic.STREAM_NOT_INTERFACE, anchor, kind + " " + type);
      return;
    }
    if (!type.getTypeParameters().isEmpty()) {
      findings.report(Diagnostic.STREAM_GENERIC, anchor, type.asType());
    }
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (e.getModifiers().contains(PRIVATE)) {
        findings.report(Diagnostic.STREAM_PRIVATE, anchor, e.getSimpleName());
      }
    }
    if (type.getModifiers().contains(SEALED)) {
      findings.report(Diagnostic.STREAM_SEALED, anchor, type.getSimpleName());
    }
  }

  private StreamModel read(TypeElement type, Template path, Findings findings) {
    Map<Setting, SettingModel> settings = settings(type, findings);
    List<TopicMethod> methods = methods(type, path, findings);
    TopicReader topicReader = new TopicReader(environment, findings, settings);
    int streamVariables = path.variables().size();
    List<TopicModel> topics =
        byTemplate(methods).stream().map(one -> topicReader.read(one, streamVariables)).toList();
    return new StreamModel(
        type,
        Names.of(type, environment.elements()),
        path,
        methods.stream()
            .findFirst()
            .map(one -> one.variables().stream().limit(streamVariables).toList())
            .orElse(List.of()),
        topics,
        settings.values().stream().filter(StreamReader::isOfStream).toList(),
        new OptionReader(environment, findings).guards(type),
        new SecurityReader(findings).ofType(type),
        new Lints(environment).of(type, methods),
        Documentation.of(type, environment.elements()));
  }

  private static boolean isOfStream(SettingModel setting) {
    return setting.setting() == Setting.RETRY || setting.setting() == Setting.LIMITS;
  }

  private static Map<Setting, SettingModel> settings(TypeElement type, Findings findings) {
    SettingReader reader = new SettingReader(findings);
    Map<Setting, SettingModel> settings = new EnumMap<>(Setting.class);
    for (Setting setting : Setting.values()) {
      reader.read(type, setting).ifPresent(said -> settings.put(setting, said));
    }
    return settings;
  }

  private List<TopicMethod> methods(TypeElement type, Template path, Findings findings) {
    EventReader reader = new EventReader(environment, findings, path);
    List<TopicMethod> methods = new ArrayList<>();
    List<Member> members = Members.of(type, environment.types());
    members.forEach(member -> reader.read(member).ifPresent(methods::add));
    if (members.stream().noneMatch(Member::isAbstract)) {
      findings.report(Diagnostic.STREAM_EMPTY, Anchor.of(type), type);
    }
    return methods;
  }

  private static List<List<TopicMethod>> byTemplate(List<TopicMethod> methods) {
    Map<String, List<TopicMethod>> groups = new LinkedHashMap<>();
    for (TopicMethod method : methods) {
      groups.computeIfAbsent(method.template().toString(), t -> new ArrayList<>()).add(method);
    }
    return List.copyOf(groups.values());
  }
}
