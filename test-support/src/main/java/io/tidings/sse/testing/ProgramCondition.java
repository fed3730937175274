package io.tidings.sse.testing;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Decides whether a test that {@link RequiresProgram} can run here. */
final class ProgramCondition implements ExecutionCondition {

  private final SearchPath path;
  private final boolean required;

  ProgramCondition() {
    this(SearchPath.ofThisProcess(), "true".equals(System.getenv("TIDINGS_REQUIRE_PROGRAMS")));
  }

  ProgramCondition(SearchPath path, boolean required) {
    this.path = path;
    this.required = required;
  }

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    return AnnotationSupport.findAnnotation(context.getElement(), RequiresProgram.class)
        .map(annotation -> evaluate(annotation.value()))
        .orElseGet(() -> ConditionEvaluationResult.enabled("no program required"));
  }

  ConditionEvaluationResult evaluate(String... names) {
    List<DebianProgram> missing =
        Stream.of(names)
            .flatMap(DebianProgram::neededFor)
            .filter(program -> path.find(program.name()).isEmpty())
            .toList();
    if (missing.isEmpty()) {
      return ConditionEvaluationResult.enabled("programs installed: " + String.join(", ", names));
    }
    String reason = reason(missing);
    if (required) {
      throw new MissingProgramException(reason);
    }
    return ConditionEvaluationResult.disabled(reason);
  }

  private static String reason(List<DebianProgram> missing) {
    return "programs must be installed; missing were %s; install with: apt-get install %s"
        .formatted(join(missing, DebianProgram::name), join(missing, DebianProgram::debianPackage));
  }

  private static String join(List<DebianProgram> programs, Function<DebianProgram, String> word) {
    return programs.stream().map(word).collect(Collectors.joining(" "));
  }
}
