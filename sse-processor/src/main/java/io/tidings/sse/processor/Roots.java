package io.tidings.sse.processor;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.QualifiedNameable;
import javax.lang.model.element.TypeElement;

/** Remembers which types are being compiled, over all rounds. */
final class Roots {
  private final Set<String> names = new HashSet<>();

  void add(Set<? extends Element> roots) {
    roots.forEach(root -> names.add(nameOf(root)));
  }

  /** Whether an element stands in a source of this compilation. */
  boolean contains(Element element) {
    Element outermost = element;
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      outermost = e instanceof TypeElement ? e : outermost;
    }
    return names.contains(nameOf(outermost));
  }

  /**
   * Whether a top-level type of this qualified name is being compiled. To ask the compiler for a
   * type that does not exist is expensive: it looks through all class paths and modules.
   */
  boolean contains(String name) {
    return names.contains(name);
  }

  private static String nameOf(Element element) {
    return element instanceof QualifiedNameable named
        ? named.getQualifiedName().toString()
        : element.toString();
  }
}
