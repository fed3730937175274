package io.tidings.sse.processor;

import static javax.tools.StandardLocation.CLASS_OUTPUT;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.annotation.processing.Filer;

/** Writes what those need who know no Java: the TypeScript client and the AsyncAPI document. */
final class Documents {
  private static final String FOLDER = "META-INF/sse/";

  private final Environment environment;
  private final Options options;
  private final Filer filer;
  private final Reporter reporter;

  Documents(Environment environment, Options options, Filer filer, Reporter reporter) {
    this.environment = environment;
    this.options = options;
    this.filer = filer;
    this.reporter = reporter;
  }

  /**
   * Writes the documents of a stream.
   *
   * @param stem what their names begin with
   */
  void write(StreamModel stream, String stem) {
    if (!options.typescript() && !options.asyncapi() && options.baseline().isEmpty()) {
      return;
    }
    Findings findings = new Findings(reporter, stream.origin());
    ContractModel contract =
        new ContractReader(environment, findings, stream.origin()).read(stream);
    if (findings.broken()) {
      return;
    }
    if (options.typescript()) {
      write(stream, stem + ".ts", TypeScriptDocument.of(contract));
    }
    Map<String, Object> document = AsyncApiDocument.of(contract);
    if (options.asyncapi()) {
      write(stream, stem + Baseline.SUFFIX, JsonText.of(document));
    }
    options.baseline().ifPresent(folder -> folder.compare(stream, stem, document, findings));
  }

  private void write(StreamModel stream, String name, String content) {
    try (OutputStream file =
        filer.createResource(CLASS_OUTPUT, "", FOLDER + name, stream.origin()).openOutputStream()) {
      file.write(content.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      reporter.report(Diagnostic.FILE_NOT_WRITTEN, Anchor.of(stream.origin()), e, FOLDER + name);
    }
  }
}
