package io.tidings.sse.processor;

import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Decides whether the Java client of a stream is generated. */
final class Client {
  private final Elements elements;
  private final String wanted;

  Client(Elements elements, Options options) {
    this.elements = elements;
    this.wanted = options.client();
  }

  boolean isOn(TypeElement stream) {
    return wanted.equals("on") || (wanted.equals("auto") && seesClient(stream));
  }

  private boolean seesClient(TypeElement stream) {
    return elements.getTypeElement(elements.getModuleOf(stream), RuntimeTypes.TYPED_CLIENT) != null;
  }

  /** Reports a client that is wanted where its library cannot be seen. */
  void check(StreamModel stream, Reporter reporter) {
    if (wanted.equals("on") && !seesClient(stream.origin())) {
      ModuleElement module = elements.getModuleOf(stream.origin());
      String where = module.isUnnamed() ? "the class path" : "module " + module;
      reporter.report(Diagnostic.CLIENT_MISSING, Anchor.of(stream.origin()), where);
    }
  }
}
