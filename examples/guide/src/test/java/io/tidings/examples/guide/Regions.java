package io.tidings.examples.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of compiled files between {@code tag::name[]} and {@code end::name[]}. */
final class Regions {

  private static final Pattern MARK =
      Pattern.compile("(?m)^.*\\btag::([a-z-]+)\\[].*\\R([\\s\\S]*?)^.*\\bend::\\1\\[].*$");

  private final Map<String, String> texts;

  private Regions(Map<String, String> texts) {
    this.texts = texts;
  }

  /** Reads every file below the folders. Two regions of one name are refused. */
  static Regions below(Path... folders) throws IOException {
    Map<String, String> texts = new HashMap<>();
    for (Path folder : folders) {
      for (Path file : files(folder)) {
        Matcher region = MARK.matcher(Files.readString(file));
        while (region.find()) {
          String earlier = texts.put(region.group(1), normal(region.group(2)));
          if (earlier != null) {
            throw new IllegalStateException(
                "region must have one place; was twice: " + region.group(1));
          }
        }
      }
    }
    return new Regions(texts);
  }

  String text(String name) {
    String text = texts.get(name);
    if (text == null) {
      throw new IllegalArgumentException("region must exist in examples/guide; was " + name);
    }
    return text;
  }

  static String normal(String text) {
    return text.stripTrailing().stripIndent().strip();
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
