package io.tidings.sse.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/**
 * Says what cannot be known of the JSON of a payload, at the payload's own source if it is there.
 */
final class JsonFindings {
  private final Environment environment;
  private final Findings findings;

  // The parameter whose type is being read; where things are said that stand in a class file.
  private Element parameter;

  JsonFindings(Environment environment, Findings findings, Element parameter) {
    this.environment = environment;
    this.findings = findings;
    this.parameter = parameter;
  }

  void reading(Element next) {
    parameter = next;
  }

  /** A name that two codecs, or two settings of one, would write differently. */
  void name(Element element, String fact, String remedy) {
    findings.report(
        Diagnostic.JSON_NAME_UNKNOWN, anchor(element), described(element), fact, remedy);
  }

  /** A value that is written in a way that no annotation tells. */
  JsonType shape(Element element, String fact) {
    findings.report(Diagnostic.JSON_SHAPE_UNKNOWN, anchor(element), described(element), fact);
    return new JsonType.Anything();
  }

  private Anchor anchor(Element element) {
    return Anchor.of(environment.inSource(element) ? element : parameter);
  }

  private static String described(Element element) {
    Element owner = element.getEnclosingElement();
    String name = element.getSimpleName().toString();
    return element instanceof TypeElement || !(owner instanceof TypeElement)
        ? name
        : owner.getSimpleName() + "." + name;
  }
}
