package io.tidings.sse.processor;

import io.tidings.sse.processor.NamedSchema.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds out which properties the objects of a class have in JSON. */
final class StructureReader {
  private static final Set<String> MAY_LEAVE_OUT = Set.of("NON_EMPTY", "NON_DEFAULT", "CUSTOM");

  private final Environment environment;
  private final JsonFindings findings;
  private final Nullness nullness;
  private final BiFunction<TypeMirror, Element, JsonType> types;

  /**
   * @param types reads the type of a property that is written in an element
   */
  StructureReader(
      Environment environment,
      JsonFindings findings,
      Nullness nullness,
      BiFunction<TypeMirror, Element, JsonType> types) {
    this.environment = environment;
    this.findings = findings;
    this.nullness = nullness;
    this.types = types;
  }

  Structure read(String key, DeclaredType type) {
    TypeElement owner = (TypeElement) type.asElement();
    List<Field> fields = new ArrayList<>();
    new TypeTag(owner, findings).read().ifPresent(fields::add);
    PropertyNames names = new PropertyNames(owner, findings);
    for (PropertySource property : PropertyFinder.find(environment.types(), type)) {
      JsonAnnotations annotations = JsonAnnotations.of(property.parts());
      names
          .of(property, annotations)
          .map(name -> field(owner, property, name, annotations))
          .ifPresent(field -> add(fields, field, property));
    }
    new CreatorNames(owner, findings).check(fields);
    Documentation documentation = Documentation.of(owner, environment.elements());
    return new Structure(key, documentation, ordered(owner, fields), nullness.isKnown(owner));
  }

  private void add(List<Field> fields, Field field, PropertySource property) {
    if (fields.stream().anyMatch(earlier -> earlier.name().equals(field.name()))) {
      findings.name(
          property.element(), "a second property named " + field.name(), "Rename one of them.");
    } else {
      fields.add(field);
    }
  }

  private Field field(
      TypeElement owner, PropertySource property, String name, JsonAnnotations annotations) {
    JsonType read = types.apply(property.type(), property.element());
    JsonType shaped = JsonShape.ofProperty(property.element(), annotations, read, findings);
    boolean nullable =
        shaped instanceof JsonType.OrNull
            || nullness.mayBeNull(property.element(), property.declared(), property.type());
    boolean always = !nullable && !mayBeLeftOut(owner, annotations);
    JsonType type = nullable ? shaped.orNull() : shaped;
    return new Field(name, type, always, documentation(owner, property));
  }

  private static boolean mayBeLeftOut(TypeElement owner, JsonAnnotations annotations) {
    return annotations
        .jackson("JsonInclude")
        .or(() -> JsonAnnotations.of(Hierarchy.of(owner)).jackson("JsonInclude"))
        .flatMap(include -> JsonAnnotations.constant(include, "value"))
        .filter(MAY_LEAVE_OUT::contains)
        .isPresent();
  }

  private Documentation documentation(TypeElement owner, PropertySource property) {
    String name = property.element().getSimpleName().toString();
    if (property.element().getKind() == ElementKind.RECORD_COMPONENT) {
      Map<String, Documentation> parameters =
          ParameterTags.of(environment.elements().getDocComment(owner));
      return parameters.getOrDefault(name, new Documentation(""));
    }
    return property.parts().stream()
        .map(part -> Documentation.of(part, environment.elements()))
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(new Documentation(""));
  }

  /** In the order that the class asks for; the order means nothing, but people like theirs. */
  private static List<Field> ordered(TypeElement owner, List<Field> fields) {
    JsonAnnotations annotations = JsonAnnotations.of(Hierarchy.of(owner));
    List<String> first =
        Stream.of(annotations.jackson("JsonPropertyOrder"), annotations.jsonb("JsonbPropertyOrder"))
            .flatMap(Optional::stream)
            .flatMap(order -> JsonAnnotations.texts(order, "value").stream())
            .toList();
    Comparator<Field> listed =
        Comparator.comparingInt(
            field -> first.contains(field.name()) ? first.indexOf(field.name()) : first.size());
    return fields.stream().sorted(listed).toList();
  }
}
