package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import org.eclipse.jdt.internal.compiler.tool.EclipseCompiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EclipseCompilerIT {
  private final EclipseCompiler compiler = new EclipseCompiler();
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
  @TempDir Path output;

  @Test
  void compilesEveryGoodSourceWithTheProcessorsRunning() throws IOException {
    boolean succeeded = compile(Streams.resources("good"), List.of());

    assertThat(errors()).isEmpty();
    assertThat(succeeded).isTrue();
    assertThat(output.resolve("good/MarketsPublisher.class")).exists();
    assertThat(output.resolve("META-INF/services/io.tidings.sse.jaxrs.SseResource"))
        .hasContent(
            """
            good.FleetResource
            good.MachineResource
            good.MarketsResource
            good.NamesResource
            good.Shop_OrdersResource""");
  }

  static List<String> bad() {
    return Streams.resources("bad");
  }

  @ParameterizedTest
  @MethodSource("bad")
  void reportsTheSameBrokenRulesAsJavacOnTheSameLines(String name) throws IOException {
    BadSource bad = BadSource.named(name);

    compile(List.of(name), bad.options());

    assertThat(ours()).as(errors()).containsExactlyInAnyOrderElementsOf(bad.expected());
  }

  private boolean compile(List<String> names, List<String> more) throws IOException {
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      Stream<File> sources = names.stream().map(name -> Streams.file(name + ".java").toFile());
      CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              files,
              diagnostics,
              options(more),
              null,
              files.getJavaFileObjectsFromFiles(sources.toList()));
      task.setProcessors(List.of(new SseProcessor(), new SseIndexProcessor()));
      return task.call();
    }
  }

  private List<String> options(List<String> more) {
    List<String> options = new ArrayList<>(List.of("--release", "17"));
    options.addAll(List.of("-d", output.toString(), "-s", output.toString()));
    options.addAll(List.of("-cp", System.getProperty("java.class.path")));
    options.addAll(more);
    return options;
  }

  /** What was reported by our rules, each as line and code; ECJ's line for nowhere is 0. */
  private List<String> ours() {
    return diagnostics.getDiagnostics().stream()
        .flatMap(
            one ->
                BadSource.code(one.getMessage(Locale.ROOT)).stream()
                    .map(
                        code -> (one.getLineNumber() == 0 ? -1 : one.getLineNumber()) + " " + code))
        .toList();
  }

  private String errors() {
    return diagnostics.getDiagnostics().stream()
        .filter(one -> one.getKind() == javax.tools.Diagnostic.Kind.ERROR)
        .map(one -> one.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }
}
