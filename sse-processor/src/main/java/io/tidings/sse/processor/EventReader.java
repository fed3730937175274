package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.DEFAULT;
import static javax.lang.model.element.Modifier.STATIC;

import io.tidings.sse.annotations.Topic;
import io.tidings.sse.processor.Members.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads one method of a stream. */
final class EventReader {
  private final Environment environment;
  private final Findings findings;
  private final TemplateReader templates;
  private final ParameterReader parameters;
  private final ValueReader values;
  private final PayloadReader payloads;
  private final OptionReader options;
  private final HiddenTypes hidden;

  EventReader(Environment environment, Findings findings, Template streamPath) {
    this.environment = environment;
    this.findings = findings;
    this.templates = new TemplateReader(findings);
    this.parameters = new ParameterReader(environment, findings, streamPath);
    this.values = new ValueReader(findings);
    this.payloads = new PayloadReader(environment.elements(), environment.types());
    this.options = new OptionReader(environment, findings);
    this.hidden = new HiddenTypes(environment.elements(), findings.stream());
  }

  /** The event of a method; empty for a method without one, or when a rule is broken. */
  Optional<TopicMethod> read(Member member) {
    Optional<Annotated> topic = Annotated.find(member.method(), Topic.class);
    if (!member.isAbstract()) {
      checkConcrete(member.method(), topic);
      return Optional.empty();
    }
    if (topic.isEmpty()) {
      Anchor anchor = Anchor.of(member.method());
      findings.report(Diagnostic.METHOD_WITHOUT_TOPIC, anchor, member.method());
    }
    return topic.flatMap(annotation -> read(member, annotation));
  }

  private void checkConcrete(ExecutableElement method, Optional<Annotated> topic) {
    Set<Modifier> modifiers = method.getModifiers();
    String kind =
        modifiers.contains(DEFAULT) ? "default" : modifiers.contains(STATIC) ? "static" : "private";
    topic.ifPresentOrElse(
        found -> findings.report(Diagnostic.TOPIC_ON_CONCRETE, found.anchor(), kind, method),
        () -> checkNoSettings(method));
  }

  private void checkNoSettings(ExecutableElement method) {
    for (Annotated annotation : Annotated.all(method)) {
      if (Environment.isOurs(annotation)) {
        String name = annotation.simpleName();
        findings.report(Diagnostic.SETTING_WITHOUT_TOPIC, annotation.anchor(), name, method);
      }
    }
  }

  private Optional<TopicMethod> read(Member member, Annotated topic) {
    checkSignature(member.method());
    Optional<Template> template = templates.topic(topic);
    if (template.isEmpty()) {
      return Optional.empty();
    }
    return parameters
        .read(member, template.get())
        .flatMap(read -> event(member, topic, template.get(), read));
  }

  private void checkSignature(ExecutableElement method) {
    Anchor anchor = Anchor.of(method);
    if (method.getReturnType().getKind() != TypeKind.VOID) {
      findings.report(Diagnostic.EVENT_RETURNS_VALUE, anchor, method.getReturnType());
    }
    if (!method.getTypeParameters().isEmpty()) {
      findings.report(Diagnostic.EVENT_GENERIC, anchor, method);
    }
    List<? extends javax.lang.model.element.VariableElement> own = method.getParameters();
    String name = method.getSimpleName().toString();
    if (List.of("to", "toPrincipal", "withKey").contains(name)
        && own.size() == 1
        && own.get(0).asType().toString().equals("java.lang.String")) {
      findings.report(Diagnostic.METHOD_NAME_TAKEN, anchor, method, name);
    }
  }

  private Optional<TopicMethod> event(
      Member member, Annotated topic, Template template, ParameterReader.Read read) {
    ParameterModel payload = read.parameters().get(read.payloadIndex());
    String written = topic.get("event", String.class).orElse("");
    PayloadModel model = payloads.read(payload.type(), written, member.name());
    Anchor parameter = Anchor.of(member.method().getParameters().get(read.payloadIndex()));
    Optional<String> problem = payloads.problem(payload.type());
    problem.ifPresent(
        why -> findings.report(Diagnostic.PAYLOAD_TYPE, parameter, payload.type(), why));
    PayloadReader.genericPart(model)
        .ifPresent(part -> findings.report(Diagnostic.SEALED_GENERIC, parameter, part));
    Anchor eventAnchor = topic.has("event") ? topic.anchor("event") : Anchor.of(member.method());
    if (isHidden(member, read, model)
        || problem.isPresent()
        || !model.eventTypes().stream().allMatch(type -> values.eventType(type, eventAnchor))) {
      return Optional.empty();
    }
    EventModel event =
        new EventModel(
            member.method(),
            read.parameters(),
            read.payloadIndex(),
            model,
            options.conflate(member.method()),
            options.source(member.method()),
            options.filter(member.method(), payload.type()),
            Documentation.of(member.method(), environment.elements()));
    return Optional.of(new TopicMethod(event, template, read.variables(), topic));
  }

  /** Reports types that generated classes cannot name. */
  private boolean isHidden(Member member, ParameterReader.Read read, PayloadModel payload) {
    boolean any = false;
    for (int i = 0; i < read.parameters().size(); i++) {
      TypeMirror type = read.parameters().get(i).type();
      Optional<String> why = i == read.payloadIndex() ? hidden.in(payload) : hidden.in(type);
      Anchor anchor = Anchor.of(member.method().getParameters().get(i));
      why.ifPresent(found -> findings.report(Diagnostic.TYPE_HIDDEN, anchor, type, found));
      any |= why.isPresent();
    }
    return any;
  }
}
