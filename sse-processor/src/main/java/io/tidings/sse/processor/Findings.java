package io.tidings.sse.processor;

import static javax.tools.Diagnostic.Kind.ERROR;

import javax.lang.model.element.TypeElement;

/** The broken rules of one stream. */
final class Findings {
  private final Reporter reporter;
  private final TypeElement stream;
  private boolean broken;

  Findings(Reporter reporter, TypeElement stream) {
    this.reporter = reporter;
    this.stream = stream;
  }

  /** Whose rules they are. */
  TypeElement stream() {
    return stream;
  }

  void report(Diagnostic diagnostic, Anchor anchor, Object... facts) {
    broken |= diagnostic.kind() == ERROR;
    reporter.report(stream, diagnostic, anchor, facts);
  }

  /** Whether any rule is broken, so that nothing can be generated. */
  boolean broken() {
    return broken;
  }
}
