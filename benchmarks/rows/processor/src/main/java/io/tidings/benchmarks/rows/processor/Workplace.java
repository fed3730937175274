package io.tidings.benchmarks.rows.processor;

import io.tidings.benchmarks.rows.processor.Times.Round;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A temporary folder in which samples are compiled. It is deleted when it is closed. */
final class Workplace implements AutoCloseable {

  private final Path folder;
  private final Javac javac = new Javac();

  private Workplace(Path folder) {
    this.folder = folder;
  }

  static Workplace create() throws IOException {
    return new Workplace(Files.createTempDirectory("benchmarks-processor-"));
  }

  /** Compiles so many interfaces, with the processor, and then what came of them without it. */
  Round compile(int interfaces) {
    Path sources = folder.resolve("sources-" + interfaces);
    SampleStream.write(sources, interfaces);
    Path generated = emptied("generated");
    long total = javac.withProcessors(sources, emptied("classes"), generated);
    long alone = javac.alone(sources, emptied("classes"), generated);
    long rounds =
        javac.withReadyFiles(sources, emptied("classes"), generated, emptied("generated-again"));
    return new Round(total, alone, rounds);
  }

  private Path emptied(String name) {
    Path path = folder.resolve(name);
    delete(path);
    try {
      return Files.createDirectories(path);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path path) {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> files = Files.walk(path)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    delete(folder);
  }
}
