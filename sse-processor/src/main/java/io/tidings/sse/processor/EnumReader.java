package io.tidings.sse.processor;

import io.tidings.sse.processor.NamedSchema.Choice;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Finds the texts that stand for the constants of an enum. */
final class EnumReader {
  private final Environment environment;
  private final JsonFindings findings;

  EnumReader(Environment environment, JsonFindings findings) {
    this.environment = environment;
    this.findings = findings;
  }

  Choice read(String key, TypeElement type) {
    List<? extends Element> constants = constants(type);
    boolean allNamed = constants.stream().allMatch(one -> explicit(one).isPresent());
    if (JsonAnnotations.of(List.of(type)).databind("EnumNaming").isPresent() && !allNamed) {
      findings.name(type, "it has @EnumNaming", "Name each constant with @JsonProperty instead.");
    }
    if (overridesToString(type) && !allNamed) {
      findings.name(
          type,
          "it overrides toString(), which Jackson 3 writes and others do not",
          "Name each constant with @JsonProperty, or remove toString().");
    }
    List<String> texts = constants.stream().map(EnumReader::text).toList();
    return new Choice(key, Documentation.of(type, environment.elements()), texts);
  }

  /** The names of the constants as Java has them. */
  static List<String> names(Element type) {
    return constants(type).stream().map(one -> one.getSimpleName().toString()).toList();
  }

  private static List<? extends Element> constants(Element type) {
    return type.getEnclosedElements().stream()
        .filter(member -> member.getKind() == ElementKind.ENUM_CONSTANT)
        .toList();
  }

  private static String text(Element constant) {
    return explicit(constant).orElseGet(() -> constant.getSimpleName().toString());
  }

  private static Optional<String> explicit(Element constant) {
    return JsonAnnotations.of(List.of(constant))
        .jackson("JsonProperty")
        .flatMap(one -> one.get("value", String.class))
        .filter(name -> !name.isEmpty());
  }

  private static boolean overridesToString(TypeElement type) {
    return ElementFilter.methodsIn(type.getEnclosedElements()).stream()
        .anyMatch(m -> m.getSimpleName().contentEquals("toString") && m.getParameters().isEmpty());
  }
}
