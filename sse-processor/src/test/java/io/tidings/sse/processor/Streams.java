package io.tidings.sse.processor;

import static com.google.testing.compile.Compiler.javac;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaFileObject;

/** Compiles sources with both processors. */
final class Streams {
  private static final List<String> STRICT =
      List.of("--release", "17", "-Xlint:all,-processing,-path,-options", "-Werror", "-parameters");

  private Streams() {}

  static Compilation compile(JavaFileObject... sources) {
    return compile(List.of(), sources);
  }

  static Compilation compile(List<String> options, JavaFileObject... sources) {
    return javac()
        .withProcessors(new SseProcessor(), new SseIndexProcessor())
        .withOptions(options)
        .compile(sources);
  }

  /** As {@link #compile}, with every warning an error. */
  static Compilation compileStrictly(JavaFileObject... sources) {
    List<String> options = new ArrayList<>(STRICT);
    return compile(options, sources);
  }

  static JavaFileObject source(String name, String... lines) {
    return JavaFileObjects.forSourceLines(name, lines);
  }

  /** One test source by its name, such as {@code good/Markets}. */
  static JavaFileObject resource(String name) {
    String text = text(file(name + ".java"));
    return JavaFileObjects.forSourceString(name.replace('/', '.'), text);
  }

  /** The names of all test sources of a folder, sorted. */
  static List<String> resources(String folder) {
    try (Stream<Path> files = Files.list(file(folder))) {
      return files
          .map(path -> path.getFileName().toString())
          .filter(name -> name.endsWith(".java"))
          .map(name -> folder + "/" + name.substring(0, name.length() - ".java".length()))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path file(String name) {
    try {
      return Path.of(Streams.class.getResource("/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String text(JavaFileObject file) {
    try {
      return file.getCharContent(false).toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
