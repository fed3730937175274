package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.SearchPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A folder below {@code target} with the packages of {@code src/test/npm} and its programs. */
final class Npm {
  private static final Path SOURCE = Path.of("src/test/npm");
  private static final Path FOLDER = Path.of("target/npm").toAbsolutePath();
  private static final long PATIENCE_MINUTES = 5;

  private Npm() {}

  /** What a program wrote and how it ended. */
  record Result(int status, String output) {
    List<String> lines() {
      return output.lines().toList();
    }
  }

  /** Installs what the lock file names, unless that has been done, and copies the programs. */
  static synchronized Path install() throws IOException {
    copy(SOURCE, FOLDER);
    Path mark = FOLDER.resolve("node_modules/.installed");
    String lock = Files.readString(SOURCE.resolve("package-lock.json"));
    if (!Files.exists(mark) || !Files.readString(mark).equals(lock)) {
      Result result = run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund");
      if (result.status() != 0 && !"true".equals(System.getenv("TIDINGS_REQUIRE_PROGRAMS"))) {
        Assumptions.abort("npm packages must be installable; npm ci said " + result.output());
      }
      assertThat(result.status()).as(result.output()).isZero();
      Files.writeString(mark, lock);
    }
    return FOLDER;
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path target = to.resolve(from.relativize(file).toString());
        Files.createDirectories(target.getParent());
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /** Runs a program that npm has installed. */
  static Result runInstalled(String program, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("node_modules/.bin/" + program));
    command.addAll(arguments);
    return run(command.toArray(String[]::new));
  }

  /** Runs a program in the folder. */
  static Result run(String... command) throws IOException {
    String program = command[0];
    command[0] =
        program.startsWith("node_modules/")
            ? FOLDER.resolve(program).toString()
            : SearchPath.ofThisProcess().get(program).toString();
    Path output = Files.createTempFile(FOLDER, "output", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        process.destroyForcibly();
        throw new IllegalStateException(program + " must end in time; was still running");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IllegalStateException(program + " was interrupted", e);
    }
    String text = Files.readString(output, StandardCharsets.UTF_8);
    Files.delete(output);
    return new Result(process.exitValue(), text);
  }
}
