package io.tidings.sse.processor;

import java.util.Arrays;
import javax.lang.model.element.Element;

/** Tells of a fault of our own, so that no exception reaches the compiler. */
final class Fault {
  private Fault() {}

  static void report(Reporter reporter, Element stream, Throwable fault) {
    String place =
        Arrays.stream(fault.getStackTrace())
            .filter(frame -> frame.getClassName().startsWith(Fault.class.getPackageName()))
            .findFirst()
            .map(StackTraceElement::toString)
            .orElse("unknown place");
    reporter.report(Diagnostic.INTERNAL_ERROR, Anchor.of(stream), fault, place);
  }
}
