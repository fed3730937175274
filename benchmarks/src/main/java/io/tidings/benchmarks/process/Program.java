package io.tidings.benchmarks.process;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** Where this program lies: the rows lie beside it. */
final class Program {

  private Program() {}

  /** The class path of this process, for processes that run the same program. */
  static String classPath() {
    String path = System.getProperty("java.class.path");
    return String.join(
        File.pathSeparator,
        Arrays.stream(path.split(File.pathSeparator, -1))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .toList());
  }

  /** Where the row of that name was built. */
  static Path built(String row) {
    Path target = rows().resolve(row).resolve("target");
    if (!Files.isDirectory(target)) {
      throw new RunFailure("row must be built by mvn -pl benchmarks -am package; was not: " + row);
    }
    return target;
  }

  private static Path rows() {
    try {
      Path code =
          Path.of(Program.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      // Both target/benchmarks.jar and target/classes are two below the module.
      Path module = Objects.requireNonNull(Objects.requireNonNull(code.getParent()).getParent());
      return module.resolve("rows");
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
