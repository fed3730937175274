package io.tidings.sse.processor;

import io.tidings.sse.annotations.SseStream;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What the readers know of the compilation.
 *
 * @param roots which types are being compiled
 */
record Environment(Elements elements, Types types, Roots roots) {

  /** Whether an element is being compiled, rather than read from a class file. */
  boolean inSource(Element element) {
    return roots.contains(element);
  }

  /** Whether an annotation is one of the DSL. */
  static boolean isOurs(Annotated annotation) {
    return annotation.name().startsWith(SseStream.class.getPackageName() + ".");
  }
}
