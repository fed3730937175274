package io.tidings.benchmarks.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The JDKs of this machine: the running one, those that variables name, and their neighbours. */
final class JavaHomes {

  private static final Pattern VARIABLE = Pattern.compile("(JAVA|JDK).*HOME.*|JDK_?\\d+");
  private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"(?:1\\.)?(\\d+)[^\"]*\"");

  private final List<Path> homes;

  JavaHomes(Path running, Map<String, String> environment) {
    List<Path> found = new ArrayList<>(List.of(running));
    environment.forEach(
        (name, value) -> {
          if (VARIABLE.matcher(name).matches()) {
            found.add(Path.of(value));
          }
        });
    found.addAll(neighbours(running));
    this.homes = List.copyOf(found);
  }

  /** What this process can see. */
  static JavaHomes ofThisMachine() {
    return new JavaHomes(Path.of(System.getProperty("java.home")), System.getenv());
  }

  private static List<Path> neighbours(Path home) {
    Path folder = home.getParent();
    if (folder == null) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.sorted().toList();
    } catch (IOException unreadable) {
      return List.of();
    }
  }

  /** The first that is this new or newer. */
  Optional<Path> atLeast(int feature) {
    return homes.stream().filter(home -> feature(home) >= feature).findFirst();
  }

  /** Which Java a home holds; zero when it holds none. */
  static int feature(Path home) {
    try {
      Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
      return version.find() ? Integer.parseInt(version.group(1)) : 0;
    } catch (IOException none) {
      return 0;
    }
  }
}
