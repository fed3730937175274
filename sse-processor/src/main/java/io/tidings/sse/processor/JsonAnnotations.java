package io.tidings.sse.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;

/**
 * What the annotations of Jackson and JSON-B say about one property or one class.
 *
 * @param found the most important first; bundles of annotations are opened
 */
record JsonAnnotations(List<Annotated> found) {
  private static final String JACKSON = "com.fasterxml.jackson.annotation.";
  private static final String JSONB = "jakarta.json.bind.annotation.";
  private static final Set<String> DATABIND =
      Set.of("com.fasterxml.jackson.databind.annotation.", "tools.jackson.databind.annotation.");

  /** The annotations on some elements, the first of which wins. */
  static JsonAnnotations of(List<? extends Element> elements) {
    List<Annotated> found = new ArrayList<>();
    elements.forEach(element -> collect(element, element, found));
    return new JsonAnnotations(List.copyOf(found));
  }

  private static void collect(Element from, Element owner, List<Annotated> found) {
    for (Annotated one : Annotated.all(from)) {
      Annotated mine = new Annotated(owner, one.mirror(), one.values());
      if (found.stream().noneMatch(earlier -> earlier.mirror().equals(one.mirror()))) {
        found.add(mine);
        if (Annotated.find(one.type(), JACKSON + "JacksonAnnotationsInside").isPresent()) {
          collect(one.type(), owner, found);
        }
      }
    }
  }

  Optional<Annotated> jackson(String simpleName) {
    return find(one -> one.name().equals(JACKSON + simpleName));
  }

  /** One of Jackson's databind module, of generation 2 or 3. */
  Optional<Annotated> databind(String simpleName) {
    return everyDatabind(simpleName).findFirst();
  }

  /** Those of both generations, each of which sees only its own. */
  Stream<Annotated> everyDatabind(String simpleName) {
    return found.stream()
        .filter(one -> DATABIND.stream().anyMatch(p -> one.name().equals(p + simpleName)));
  }

  /** One of JSON-B, which does not look at setters when it writes. */
  Optional<Annotated> jsonb(String simpleName) {
    return find(one -> one.name().equals(JSONB + simpleName) && !isSetter(one.element()));
  }

  private static boolean isSetter(Element element) {
    return element instanceof ExecutableElement method && !method.getParameters().isEmpty();
  }

  private Optional<Annotated> find(Predicate<Annotated> wanted) {
    return found.stream().filter(wanted).findFirst();
  }

  /** A Jackson annotation that can be switched off by {@code false}, and is not. */
  Optional<Annotated> switchedOn(String simpleName) {
    return jackson(simpleName)
        .filter(one -> one.get("value", Boolean.class).orElse(true))
        .filter(one -> one.get("enabled", Boolean.class).orElse(true));
  }

  /** The first of these that is there: Jackson's own, databind's, then JSON-B's. */
  Optional<Annotated> first(String... simpleNames) {
    return Stream.of(simpleNames)
        .flatMap(name -> Stream.of(jackson(name), databind(name), jsonb(name)))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** The texts of an array member. */
  static List<String> texts(Annotated annotation, String member) {
    return annotation.get(member, List.class).stream()
        .flatMap(list -> ((List<?>) list).stream())
        .map(value -> String.valueOf(((AnnotationValue) value).getValue()))
        .toList();
  }

  /** The name of the constant of an enum member; empty when it is not written. */
  static Optional<String> constant(Annotated annotation, String member) {
    return annotation
        .get(member, VariableElement.class)
        .map(constant -> constant.getSimpleName().toString());
  }
}
