package io.tidings.sse.processor;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the templates that annotations carry. */
final class TemplateReader {
  /** What a record component must not be called: by the language, and by the topic interface. */
  private static final Set<String> NO_COMPONENT =
      Set.of(
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait",
          "path",
          "streamPath");

  private static final Set<String> PROTOCOL = Set.of("topic", "lastEventId", "clientId", "ticket");

  private final Findings findings;
  private final ValueReader values;

  TemplateReader(Findings findings) {
    this.findings = findings;
    this.values = new ValueReader(findings);
  }

  /** The path of a stream. */
  Optional<Template> streamPath(Annotated stream) {
    Optional<String> member = values.required(stream, List.of("value", "path"));
    Optional<Template> template = member.flatMap(name -> parse(stream, name, "stream path"));
    template
        .filter(found -> !found.query().isEmpty())
        .ifPresent(
            found ->
                findings.report(
                    Diagnostic.STREAM_PATH_QUERY, stream.anchor(member.orElse("value")), found));
    return template;
  }

  /** The template of a topic. */
  Optional<Template> topic(Annotated topic) {
    Optional<String> member = values.required(topic, List.of("value", "template"));
    Optional<Template> template = member.flatMap(name -> parse(topic, name, "topic template"));
    template.ifPresent(found -> checkQuery(topic.anchor(member.orElse("value")), found));
    if (template.filter(found -> found.segments().isEmpty()).isPresent()) {
      report(topic, member.orElse("value"), "topic template", "no segment");
      return Optional.empty();
    }
    return template;
  }

  private Optional<Template> parse(Annotated annotation, String member, String subject) {
    Optional<Template> template =
        annotation
            .get(member, String.class)
            .flatMap(text -> Template.parse(text, why -> report(annotation, member, subject, why)));
    template.ifPresent(found -> checkVariables(annotation.anchor(member), found));
    return template;
  }

  private void report(Annotated annotation, String member, String subject, String why) {
    String text = annotation.get(member, String.class).orElse("");
    findings.report(Diagnostic.TEMPLATE_SYNTAX, annotation.anchor(member), subject, why, text);
  }

  private void checkVariables(Anchor anchor, Template template) {
    Set<String> seen = new HashSet<>();
    for (String variable : template.variables()) {
      if (!seen.add(variable)) {
        findings.report(Diagnostic.VARIABLE_TWICE, anchor, variable);
      }
      if (NO_COMPONENT.contains(variable)) {
        findings.report(Diagnostic.VARIABLE_RESERVED, anchor, variable);
      }
    }
  }

  private void checkQuery(Anchor anchor, Template template) {
    template.query().stream()
        .filter(PROTOCOL::contains)
        .forEach(name -> findings.report(Diagnostic.QUERY_VARIABLE_RESERVED, anchor, name));
  }
}
