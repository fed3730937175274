package io.tidings.sse.processor;

import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.ModuleElement.ExportsDirective;
import javax.lang.model.element.ModuleElement.OpensDirective;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;

/** Decides whether the server's half of a stream is generated. */
final class Server {
  private final Elements elements;
  private final String wanted;

  Server(Elements elements, Options options) {
    this.elements = elements;
    this.wanted = options.server();
  }

  /** Whether the publisher and the resource are generated. */
  boolean isOn(TypeElement stream) {
    return wanted.equals("on") || (wanted.equals("auto") && seesRuntime(stream));
  }

  private boolean seesRuntime(TypeElement stream) {
    return elements.getTypeElement(elements.getModuleOf(stream), RuntimeTypes.HUB) != null;
  }

  /** Reports what keeps the runtime and the stream's module from seeing each other. */
  void check(StreamModel stream, Reporter reporter) {
    TypeElement type = stream.origin();
    ModuleElement module = elements.getModuleOf(type);
    Anchor anchor = Anchor.of(type);
    if (wanted.equals("on") && !seesRuntime(type)) {
      String where = module.isUnnamed() ? "the class path" : "module " + module;
      reporter.report(Diagnostic.SERVER_MISSING, anchor, where);
    } else if (wanted.equals("auto") && !seesRuntime(type) && existsSomewhere()) {
      reporter.report(Diagnostic.SERVER_UNREADABLE, anchor, module, stream.names().topic());
    } else if (isOn(type) && !module.isUnnamed() && !isOpen(module, elements.getPackageOf(type))) {
      reporter.report(
          Diagnostic.PACKAGE_CLOSED,
          anchor,
          elements.getPackageOf(type),
          module,
          stream.names().resource());
    }
  }

  private boolean existsSomewhere() {
    return elements.getModuleElement(RuntimeTypes.MODULE) != null
        || elements.getTypeElement(RuntimeTypes.HUB) != null;
  }

  private static boolean isOpen(ModuleElement module, PackageElement wanted) {
    return module.isOpen()
        || ElementFilter.exportsIn(module.getDirectives()).stream()
            .map(ExportsDirective::getPackage)
            .anyMatch(wanted::equals)
        || ElementFilter.opensIn(module.getDirectives()).stream()
            .map(OpensDirective::getPackage)
            .anyMatch(wanted::equals);
  }
}
