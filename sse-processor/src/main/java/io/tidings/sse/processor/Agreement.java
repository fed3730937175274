package io.tidings.sse.processor;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.ExecutableElement;

/**
 * Holds methods of one template to one word: what several of them say of their topic must agree.
 */
final class Agreement {
  private final Findings findings;
  private final List<TopicMethod> methods;

  Agreement(Findings findings, List<TopicMethod> methods) {
    this.findings = findings;
    this.methods = methods;
  }

  /**
   * What the methods say, each at most once.
   *
   * @param read what one method says; empty when it says nothing
   * @param key what has to be equal
   * @param annotation the simple name of the annotation that says it
   */
  <T> Optional<T> on(
      Function<ExecutableElement, Optional<T>> read,
      Function<T, Object> key,
      Function<T, String> annotation) {
    Optional<T> agreed = Optional.empty();
    ExecutableElement where = methods.get(0).element();
    for (TopicMethod method : methods) {
      Optional<T> said = read.apply(method.element());
      if (agreed.isEmpty() && said.isPresent()) {
        agreed = said;
        where = method.element();
      } else if (said.isPresent() && !said.map(key).equals(agreed.map(key))) {
        disagree(method.element(), annotation.apply(said.get()), where);
      }
    }
    return agreed;
  }

  private void disagree(ExecutableElement method, String annotation, ExecutableElement where) {
    Annotated.all(method).stream()
        .filter(one -> one.simpleName().equals(annotation))
        .map(Annotated::anchor)
        .forEach(
            anchor -> findings.report(Diagnostic.SETTINGS_DISAGREE, anchor, annotation, where));
  }
}
