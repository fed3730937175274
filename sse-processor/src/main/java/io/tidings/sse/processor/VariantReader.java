package io.tidings.sse.processor;

import io.tidings.sse.processor.NamedSchema.Told;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the classes that stand in for a type: permitted ones, or those that annotations list. */
final class VariantReader {
  private final PayloadReader payloads;
  private final JsonFindings findings;

  VariantReader(Environment environment, JsonFindings findings) {
    this.payloads = new PayloadReader(environment.elements(), environment.types());
    this.findings = findings;
  }

  /** The variants; none when the type stands for itself. */
  List<TypeMirror> of(DeclaredType type) {
    if (payloads.read(type, "", "") instanceof PayloadModel.Sealed whole) {
      return whole.leaves().stream().map(PayloadModel.Leaf::type).toList();
    }
    TypeElement element = (TypeElement) type.asElement();
    List<TypeMirror> listed = listed(element);
    boolean concrete = !element.getModifiers().contains(Modifier.ABSTRACT);
    return listed.isEmpty() || concrete ? List.of() : listed;
  }

  private static List<TypeMirror> listed(TypeElement type) {
    JsonAnnotations annotations = JsonAnnotations.of(List.of(type));
    Stream<TypeMirror> jackson =
        annotations.jackson("JsonSubTypes").stream().flatMap(list -> types(list, "value"));
    Stream<TypeMirror> jsonb =
        annotations.jsonb("JsonbTypeInfo").stream().flatMap(list -> types(list, "type"));
    return Stream.concat(jackson, jsonb).distinct().toList();
  }

  private static Stream<TypeMirror> types(Annotated list, String member) {
    return list.get("value", List.class).stream()
        .flatMap(entries -> ((List<?>) entries).stream())
        .map(entry -> (AnnotationMirror) ((AnnotationValue) entry).getValue())
        .map(entry -> new Annotated(list.element(), entry, Annotated.explicit(entry)))
        .flatMap(entry -> entry.get(member, TypeMirror.class).stream());
  }

  /** How a reader knows which one it has. */
  Told told(List<TypeMirror> variants) {
    boolean tagged =
        variants.stream()
            .map(one -> (TypeElement) ((DeclaredType) one).asElement())
            .allMatch(one -> new TypeTag(one, findings).read().isPresent());
    return tagged ? Told.BY_PROPERTY : Told.NOT_AT_ALL;
  }
}
