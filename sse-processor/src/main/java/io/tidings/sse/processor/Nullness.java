package io.tidings.sse.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;

/** Whether a value may be null, as JSpecify's annotations say it. */
final class Nullness {
  private static final String MARKED = "org.jspecify.annotations.NullMarked";
  private static final String UNMARKED = "org.jspecify.annotations.NullUnmarked";

  /** The first compiler release that shows the annotations on types that class files carry. */
  private static final int SHOWS_CLASS_FILES = 22;

  private final Environment environment;
  private final int release;

  Nullness(Environment environment) {
    this(environment, Runtime.version().feature());
  }

  Nullness(Environment environment, int release) {
    this.environment = environment;
    this.release = release;
  }

  /** Whether the compiler shows which types in an element may be null. */
  boolean isKnown(Element element) {
    return release >= SHOWS_CLASS_FILES || environment.inSource(element);
  }

  /**
   * Whether a value may be null.
   *
   * @param scope the element in which the type is written
   * @param uses the type as it is written, and as it is with type arguments filled in
   */
  boolean mayBeNull(Element scope, TypeMirror... uses) {
    if (uses[0].getKind().isPrimitive()) {
      return false;
    }
    for (TypeMirror use : uses) {
      if (carries(use, Set.of("Nullable", "CheckForNull"))) {
        return true;
      }
    }
    return carries(scope, Set.of("Nullable", "CheckForNull"))
        || !(carries(uses[0], Set.of("NonNull")) || excludesNull(scope));
  }

  /** Whether a type argument or an array component may be null. */
  boolean partMayBeNull(Element scope, TypeMirror part) {
    if (part.getKind().isPrimitive()) {
      return false;
    }
    return carries(part, Set.of("Nullable"))
        || !(carries(part, Set.of("NonNull")) || excludesNull(scope));
  }

  private boolean excludesNull(Element scope) {
    return isNullMarked(scope) && isKnown(scope);
  }

  private static boolean carries(AnnotatedConstruct construct, Set<String> simpleNames) {
    return construct.getAnnotationMirrors().stream()
        .map(Nullness::simpleName)
        .anyMatch(simpleNames::contains);
  }

  private static String simpleName(AnnotationMirror mirror) {
    return mirror.getAnnotationType().asElement().getSimpleName().toString();
  }

  private boolean isNullMarked(Element scope) {
    for (Element e = scope; e != null; e = e.getEnclosingElement()) {
      List<String> names = Annotated.all(e).stream().map(Annotated::name).toList();
      if (names.contains(UNMARKED)) {
        return false;
      }
      if (names.contains(MARKED)) {
        return true;
      }
    }
    return false;
  }
}
