package io.tidings.benchmarks.rows.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/**
 * A processor that hands the compiler what has been generated before: what any processor with the
 * same output costs at least, because the compiler begins anew with every round.
 */
final class ReadyFiles extends AbstractProcessor {

  private final Path folder;
  private final List<Path> files;
  private boolean done;

  /** Hands over these sources below a folder. */
  ReadyFiles(Path folder, List<Path> files) {
    this.folder = folder;
    this.files = files;
  }

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of("io.tidings.sse.annotations.SseStream");
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    if (!done) {
      done = true;
      files.forEach(this::handOver);
    }
    return false;
  }

  private void handOver(Path file) {
    String path = folder.relativize(file).toString().replace('/', '.').replace('\\', '.');
    String name = path.substring(0, path.length() - ".java".length());
    try (Writer out = processingEnv.getFiler().createSourceFile(name).openWriter()) {
      out.write(Files.readString(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
