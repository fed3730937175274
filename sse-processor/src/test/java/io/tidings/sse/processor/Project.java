package io.tidings.sse.processor;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A project on disk: sources, compiled by javac into a folder. */
final class Project {
  private final Path folder;
  private final List<Path> sources = new ArrayList<>();

  Project(Path folder) {
    this.folder = folder;
  }

  Project with(String file, String... lines) {
    Path path = folder.resolve("src").resolve(file);
    try {
      Files.createDirectories(path.getParent());
      Files.writeString(path, String.join("\n", lines));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    sources.add(path);
    return this;
  }

  Path classes() {
    return folder.resolve("classes");
  }

  /** What javac says, one diagnostic a line, empty when it says nothing. */
  String compile(String... options) {
    return run(List.of(new SseProcessor(), new SseIndexProcessor()), List.of(options), sources);
  }

  /** As {@link #compile}, without the processors. */
  String compilePlainly(String... options) {
    return run(List.of(), List.of(options), sources);
  }

  /** Compiles only some of the sources, as an IDE does. */
  String compileOnly(String file, String... options) {
    return run(
        List.of(new SseProcessor(), new SseIndexProcessor()),
        List.of(options),
        List.of(folder.resolve("src").resolve(file)));
  }

  private String run(
      List<javax.annotation.processing.Processor> processors,
      List<String> options,
      List<Path> files) {
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = javac.getStandardFileManager(said, Locale.ROOT, null)) {
      Files.createDirectories(classes());
      List<String> all =
          Stream.concat(Stream.of("-d", classes().toString()), options.stream()).toList();
      JavaCompiler.CompilationTask task =
          javac.getTask(null, manager, said, all, null, manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors);
      task.call();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return said.getDiagnostics().stream()
        .map(one -> one.getKind() + " " + one.getLineNumber() + " " + one.getMessage(Locale.ROOT))
        .collect(Collectors.joining("\n"));
  }

  /** The parts of the test's class path whose path contains one of these words. */
  static String classPath(String... words) {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(part -> Stream.of(words).anyMatch(part::contains))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
