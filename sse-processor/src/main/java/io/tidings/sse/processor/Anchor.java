package io.tidings.sse.processor;

import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import org.jspecify.annotations.Nullable;

/** Where a diagnostic points: an element, an annotation on it, or one value of that annotation. */
record Anchor(
    @Nullable Element element,
    @Nullable AnnotationMirror annotation,
    @Nullable AnnotationValue value) {

  /** For what has no place in a source, such as an option. */
  static final Anchor NOWHERE = new Anchor(null, null, null);

  static Anchor of(Element element) {
    return new Anchor(element, null, null);
  }
}
