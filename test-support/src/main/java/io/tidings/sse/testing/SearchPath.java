package io.tidings.sse.testing;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders in which a shell would look for a program. */
public record SearchPath(List<Path> folders) {

  private static final Pattern SEPARATOR = Pattern.compile(Pattern.quote(File.pathSeparator));

  /** Copies the list. */
  public SearchPath {
    folders = List.copyOf(folders);
  }

  /** The folders of the environment variable {@code PATH}. */
  public static SearchPath ofThisProcess() {
    return of(System.getenv("PATH"));
  }

  static SearchPath of(@Nullable String text) {
    return new SearchPath(
        Stream.ofNullable(text)
            .flatMap(SEPARATOR::splitAsStream)
            .filter(folder -> !folder.isEmpty())
            .map(Path::of)
            .toList());
  }

  /** The first executable file with that name. */
  public Optional<Path> find(String program) {
    return folders.stream()
        .map(folder -> folder.resolve(program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }

  /** The first executable file with that name, for a test that has required it. */
  public Path get(String program) {
    return find(program)
        .orElseThrow(() -> new MissingProgramException("program must be on PATH; was " + program));
  }
}
