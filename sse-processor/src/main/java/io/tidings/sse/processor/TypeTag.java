package io.tidings.sse.processor;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** The property with which the objects of one class say which class they are. */
final class TypeTag {
  private static final Documentation NO_WORDS = new Documentation("");
  private static final Map<String, String> PROPERTIES =
      Map.of("NAME", "@type", "SIMPLE_NAME", "@type", "CLASS", "@class");

  private final TypeElement type;
  private final JsonFindings findings;
  private final JsonAnnotations annotations;

  TypeTag(TypeElement type, JsonFindings findings) {
    this.type = type;
    this.findings = findings;
    this.annotations = JsonAnnotations.of(Hierarchy.of(type));
  }

  /** The property; empty when the class does not tell, or tells in a property that it has. */
  Optional<Field> read() {
    Optional<Field> jackson = annotations.jackson("JsonTypeInfo").flatMap(this::jackson);
    Optional<Field> jsonb = annotations.jsonb("JsonbTypeInfo").flatMap(this::jsonb);
    if (jackson.isPresent() && jsonb.isPresent() && !jackson.equals(jsonb)) {
      findings.name(
          type, "@JsonTypeInfo and @JsonbTypeInfo that differ", "Make them equal, or remove one.");
    }
    return jackson.or(() -> jsonb);
  }

  private Optional<Field> jackson(Annotated info) {
    String use = JsonAnnotations.constant(info, "use").orElse("");
    String include = JsonAnnotations.constant(info, "include").orElse("PROPERTY");
    if (Set.of("NONE", "DEDUCTION").contains(use) || include.equals("EXISTING_PROPERTY")) {
      return Optional.empty();
    }
    if (!PROPERTIES.containsKey(use) || !include.equals("PROPERTY")) {
      findings.name(
          type,
          "@JsonTypeInfo(use = " + use + ", include = " + include + ")",
          "Use NAME, SIMPLE_NAME or CLASS as PROPERTY.");
      return Optional.empty();
    }
    String property =
        info.get("property", String.class).filter(p -> !p.isEmpty()).orElse(PROPERTIES.get(use));
    return Optional.of(tag(property, jacksonName(use)));
  }

  private String jacksonName(String use) {
    return switch (use) {
      case "CLASS" -> binaryName(type);
      case "SIMPLE_NAME" -> own().orElse(type.getSimpleName().toString());
      default -> own().orElseGet(() -> withoutPackage(binaryName(type)));
    };
  }

  private Optional<String> own() {
    Optional<String> listed =
        annotations.jackson("JsonSubTypes").stream()
            .flatMap(list -> list.get("value", List.class).stream())
            .flatMap(list -> ((List<?>) list).stream())
            .flatMap(entry -> alias(entry, "value", "name").stream())
            .findFirst();
    return listed.or(
        () ->
            JsonAnnotations.of(List.of(type))
                .jackson("JsonTypeName")
                .flatMap(one -> one.get("value", String.class))
                .filter(name -> !name.isEmpty()));
  }

  private Optional<Field> jsonb(Annotated info) {
    String key = info.get("key", String.class).orElse("@type");
    return info.get("value", List.class).stream()
        .flatMap(list -> ((List<?>) list).stream())
        .flatMap(entry -> alias(entry, "type", "alias").stream())
        .findFirst()
        .map(alias -> tag(key, alias));
  }

  /** The name that an entry of a list of subtypes gives to our type, if it is the entry of it. */
  private Optional<String> alias(Object entry, String typeMember, String nameMember) {
    AnnotationMirror mirror = (AnnotationMirror) ((AnnotationValue) entry).getValue();
    Annotated subtype = new Annotated(type, mirror, Annotated.explicit(mirror));
    return subtype
        .get(typeMember, TypeMirror.class)
        .filter(this::isOurs)
        .flatMap(same -> subtype.get(nameMember, String.class))
        .filter(name -> !name.isEmpty());
  }

  private boolean isOurs(TypeMirror other) {
    return other instanceof DeclaredType declared && declared.asElement().equals(type);
  }

  /** A class with subtypes of its own may stand for one of them. */
  private Field tag(String property, String value) {
    boolean only =
        JsonAnnotations.of(List.of(type)).first("JsonSubTypes", "JsonbTypeInfo").isEmpty();
    JsonType text = only ? new JsonType.Constant(value) : new JsonType.Text("");
    return new Field(property, text, true, NO_WORDS);
  }

  private static String withoutPackage(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static String binaryName(TypeElement type) {
    Element around = type.getEnclosingElement();
    return around instanceof TypeElement outer
        ? binaryName(outer) + "$" + type.getSimpleName()
        : type.getQualifiedName().toString();
  }
}
