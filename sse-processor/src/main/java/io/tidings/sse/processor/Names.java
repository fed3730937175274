package io.tidings.sse.processor;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/**
 * The names of what is generated for one stream.
 *
 * @param packageName empty for the unnamed package
 * @param stem the interface's name with the names of the types around it: {@code Outer_Markets}
 */
record Names(String packageName, String stem) {

  static Names of(TypeElement stream, Elements elements) {
    StringBuilder stem = new StringBuilder(stream.getSimpleName());
    Element around = stream.getEnclosingElement();
    for (; around instanceof TypeElement; around = around.getEnclosingElement()) {
      stem.insert(0, around.getSimpleName() + "_");
    }
    String packageName = elements.getPackageOf(stream).getQualifiedName().toString();
    return new Names(packageName, stem.toString());
  }

  String publisher() {
    return stem + "Publisher";
  }

  String topic() {
    return stem + "Topic";
  }

  String resource() {
    return stem + "Resource";
  }

  String sources() {
    return stem + "Sources";
  }

  String client() {
    return stem + "Client";
  }

  /** A simple name of this package, qualified. */
  String qualified(String simpleName) {
    return packageName.isEmpty() ? simpleName : packageName + "." + simpleName;
  }
}
