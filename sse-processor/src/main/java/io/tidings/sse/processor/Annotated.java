package io.tidings.sse.processor;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;

/** One annotation on one element, with the values that somebody wrote. */
record Annotated(Element element, AnnotationMirror mirror, Map<String, AnnotationValue> values) {

  /** The annotation of that type, if the element carries it. */
  static Optional<Annotated> find(Element element, Class<?> annotation) {
    return find(element, annotation.getCanonicalName());
  }

  static Optional<Annotated> find(Element element, String annotation) {
    for (AnnotationMirror mirror : element.getAnnotationMirrors()) {
      TypeElement type = (TypeElement) mirror.getAnnotationType().asElement();
      if (type.getQualifiedName().contentEquals(annotation)) {
        return Optional.of(new Annotated(element, mirror, explicit(mirror)));
      }
    }
    return Optional.empty();
  }

  /** Every annotation that is written on the element, in order. */
  static List<Annotated> all(Element element) {
    return element.getAnnotationMirrors().stream()
        .map(mirror -> new Annotated(element, mirror, explicit(mirror)))
        .toList();
  }

  static Map<String, AnnotationValue> explicit(AnnotationMirror mirror) {
    Map<String, AnnotationValue> values = new LinkedHashMap<>();
    mirror.getElementValues().forEach((k, v) -> values.put(k.getSimpleName().toString(), v));
    return values;
  }

  TypeElement type() {
    return (TypeElement) mirror.getAnnotationType().asElement();
  }

  /** The qualified name of the annotation's type. */
  String name() {
    return type().getQualifiedName().toString();
  }

  String simpleName() {
    return type().getSimpleName().toString();
  }

  boolean has(String member) {
    return values.containsKey(member);
  }

  /** What was written for a member; empty when nothing was, or a value with an error in it. */
  <T> Optional<T> get(String member, Class<T> kind) {
    return Optional.ofNullable(values.get(member))
        .map(AnnotationValue::getValue)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  Anchor anchor() {
    return new Anchor(element, mirror, null);
  }

  /** Points at the value of a member, or at the whole annotation when nothing was written. */
  Anchor anchor(String member) {
    return new Anchor(element, mirror, values.get(member));
  }
}
