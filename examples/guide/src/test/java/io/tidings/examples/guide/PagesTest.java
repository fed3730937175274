package io.tidings.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

  private static final Pattern PARTING_LINE = Pattern.compile("(?m)^(<{7} |={7}\r?$|>{7} ).*");

  /** Those whose code is compiled, and the others. */
  static Stream<Path> pages() throws IOException {
    Stream<Path> others =
        Stream.of(
                "CHANGELOG.md",
                "benchmarks/README.md",
                "examples/chat/README.md",
                "examples/job/README.md",
                "examples/orders/README.md")
            .map(Page.ROOT::resolve);
    return Stream.concat(Page.all().stream().map(Page::file), others);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noPageHoldsWhatGitLeavesWhereTwoChangesMet(Path page) throws Exception {
    assertThat(Files.readString(page)).doesNotContainPattern(PARTING_LINE);
  }
}
