package io.tidings.sse.processor;

import io.tidings.sse.annotations.SseStream;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * What the readers know of the compilation.
 *
 * @param inSource whether an element is being compiled, rather than read from a class file
 */
record Environment(Elements elements, Types types, Predicate<Element> inSource) {

  /** Whether an annotation is one of the DSL. */
  static boolean isOurs(Annotated annotation) {
    return annotation.name().startsWith(SseStream.class.getPackageName() + ".");
  }
}
