package io.tidings.sse.processor;

import static javax.tools.Diagnostic.Kind.WARNING;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.annotation.processing.Messager;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** Says each thing once, at the narrowest place that is visible in a source. */
final class Reporter {
  private final @Nullable Messager messager;
  private final Predicate<Element> inSource;
  private final Set<Object> said = new HashSet<>();

  /**
   * @param messager null to say nothing
   * @param inSource whether an element is part of this compilation; others have no line to show
   */
  Reporter(@Nullable Messager messager, Predicate<Element> inSource) {
    this.messager = messager;
    this.inSource = inSource;
  }

  /** One that says nothing, for a second look at what has been reported already. */
  static Reporter silent() {
    return new Reporter(null, element -> true);
  }

  /** Reports about a stream; what stands in a class file is reported on the stream itself. */
  void report(Element stream, Diagnostic diagnostic, Anchor anchor, Object... facts) {
    Element element = anchor.element();
    boolean visible = element == null || inSource.test(element);
    report(diagnostic, visible ? anchor : Anchor.of(stream), facts);
  }

  void report(Diagnostic diagnostic, Anchor anchor, Object... facts) {
    String message = diagnostic.message(Arrays.stream(facts).map(Reporter::show).toArray());
    if (messager == null
        || isSilenced(diagnostic, anchor.element())
        || !said.add(List.of(anchor.toString(), message))) {
      return;
    }
    Element element = anchor.element();
    if (element == null) {
      messager.printMessage(diagnostic.kind(), message);
    } else {
      messager.printMessage(
          diagnostic.kind(), message, element, anchor.annotation(), anchor.value());
    }
  }

  /** Compilers print methods each in their own way. */
  private static Object show(Object fact) {
    return fact instanceof ExecutableElement method
        ? method.getParameters().stream()
            .map(parameter -> Naming.unqualified(parameter.asType().toString()))
            .collect(Collectors.joining(", ", method.getSimpleName() + "(", ")"))
        : fact;
  }

  /** Whether a warning is switched off by {@code @SuppressWarnings("sse:Code")} around it. */
  private static boolean isSilenced(Diagnostic diagnostic, @Nullable Element anchor) {
    if (diagnostic.kind() != WARNING) {
      return false;
    }
    String code = diagnostic.code();
    Set<String> names = Set.of("sse:" + code, "sse:" + code.substring("Sse".length()));
    for (Element e = anchor; e != null; e = e.getEnclosingElement()) {
      SuppressWarnings silenced = e.getAnnotation(SuppressWarnings.class);
      if (silenced != null && List.of(silenced.value()).stream().anyMatch(names::contains)) {
        return true;
      }
    }
    return false;
  }
}
