package io.tidings.benchmarks.rows.processor;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles folders of sources and takes the time of it. */
final class Javac {

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();

  /** Nanoseconds with the processors of the class path; what they write goes to a third folder. */
  long withProcessors(Path sources, Path classes, Path generated) {
    List<Processor> processors =
        ServiceLoader.load(Processor.class).stream().map(ServiceLoader.Provider::get).toList();
    return time(List.of("-s", generated.toString()), processors, classes, List.of(sources));
  }

  /** Nanoseconds with a processor that only hands over what lies ready. */
  long withReadyFiles(Path sources, Path classes, Path generated, Path again) {
    return time(
        List.of("-s", again.toString()),
        List.of(new ReadyFiles(generated, javaFiles(generated))),
        classes,
        List.of(sources));
  }

  /** Nanoseconds without processors, for sources and what has been generated from them. */
  long alone(Path sources, Path classes, Path generated) {
    return time(List.of("-proc:none"), List.of(), classes, List.of(sources, generated));
  }

  private long time(
      List<String> options, List<Processor> processors, Path classes, List<Path> sources) {
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null)) {
      Files.createDirectories(classes);
      List<Path> inputs = sources.stream().flatMap(folder -> javaFiles(folder).stream()).toList();
      List<String> all =
          Stream.concat(
                  Stream.of("-d", classes.toString(), "--release", "17", "-nowarn"),
                  options.stream())
              .toList();
      JavaCompiler.CompilationTask task =
          compiler.getTask(said, files, null, all, null, files.getJavaFileObjectsFromPaths(inputs));
      task.setProcessors(processors);
      long began = System.nanoTime();
      if (!task.call()) {
        throw new IllegalStateException("samples must compile; was " + said);
      }
      return System.nanoTime() - began;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
