package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
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

class EclipseCompilerIT {
  private final EclipseCompiler compiler = new EclipseCompiler();
  private final DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
  @TempDir Path output;

  @Test
  void compilesEveryGoodSourceWithTheProcessorsRunning() throws IOException {
    boolean succeeded = compile(Streams.resources("good"));

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

  @Test
  void reportsBrokenRulesToo() throws IOException {
    boolean succeeded = compile(List.of("bad/Methods"));

    assertThat(succeeded).isFalse();
    assertThat(errors()).contains("[SseEventReturnsValue]", "[SseMethodNameTaken]");
  }

  private boolean compile(List<String> names) throws IOException {
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      Stream<File> sources = names.stream().map(name -> Streams.file(name + ".java").toFile());
      CompilationTask task =
          compiler.getTask(
              new StringWriter(),
              files,
              diagnostics,
              List.of(
                  "--release",
                  "17",
                  "-d",
                  output.toString(),
                  "-s",
                  output.toString(),
                  "-cp",
                  System.getProperty("java.class.path")),
              null,
              files.getJavaFileObjectsFromFiles(sources.toList()));
      task.setProcessors(List.of(new SseProcessor(), new SseIndexProcessor()));
      return task.call();
    }
  }

  private String errors() {
    return diagnostics.getDiagnostics().stream()
        .filter(one -> one.getKind() == javax.tools.Diagnostic.Kind.ERROR)
        .map(one -> one.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }
}
