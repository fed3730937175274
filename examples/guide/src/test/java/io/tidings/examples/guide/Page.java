package io.tidings.examples.guide;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of documentation and its fenced blocks. */
record Page(Path file, List<Block> blocks) {

  /** One fenced block: the language, the region that it shows (or nothing), the text. */
  record Block(String language, String region, String text) {}

  private static final Pattern FENCE =
      Pattern.compile("(?m)^```([a-z]*) ?([a-z-]*)\\R([\\s\\S]*?)^```$");

  static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

  static Page of(String file) throws IOException {
    return read(ROOT.resolve(file));
  }

  /** README, CONTRIBUTING and every page below {@code docs}. */
  static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>(List.of(of("README.md"), of("CONTRIBUTING.md")));
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      for (Path file : docs.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
        pages.add(read(file));
      }
    }
    return pages;
  }

  private static Page read(Path file) throws IOException {
    List<Block> blocks = new ArrayList<>();
    Matcher fence = FENCE.matcher(Files.readString(file));
    while (fence.find()) {
      blocks.add(new Block(fence.group(1), fence.group(2), Regions.normal(fence.group(3))));
    }
    return new Page(file, blocks);
  }

  @Override
  public String toString() {
    return ROOT.relativize(file).toString();
  }
}
