package io.tidings.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadmeTest {

  private static final List<String> COMPILED = List.of("java", "xml");

  static List<Page> pages() throws IOException {
    return Page.all();
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyBlockOfCodeIsARegionThatIsCompiled(Page page) throws IOException {
    Regions regions =
        Regions.below(
            Path.of("src/main/java"),
            Path.of("src/test/java"),
            Path.of("src/it"),
            Path.of("../job/src/main/java"),
            Path.of("../spring/src/main/java"),
            Path.of("../cdi/src/main/java"));

    for (Page.Block block : page.blocks()) {
      if (COMPILED.contains(block.language())) {
        assertThat(block.region()).as("region of a %s block", block.language()).isNotEmpty();
        assertThat(block.text()).as(block.region()).isEqualTo(regions.text(block.region()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void noBlockIsOfALanguageThatNobodyChecks(Page page) {
    assertThat(page.blocks())
        .extracting(Page.Block::language)
        .isSubsetOf("java", "xml", "sh", "text");
  }

  @Test
  void theFirstShellBlockStartsTheMainJob() throws IOException {
    assertThat(shell().get(0))
        .isEqualTo(
            "mvn -q -pl examples/vitals -am -Dmaven.test.skip package"
                + " && java -jar examples/vitals/target/vitals.jar");
  }

  @Test
  void theSecondShellBlockIsTheTestCommandThatCiRuns() throws IOException {
    String ci = Files.readString(Page.ROOT.resolve(".ci/run"));

    assertThat(shell().get(1)).isEqualTo("mvn verify");
    assertThat(ci).contains("TIDINGS_REQUIRE_PROGRAMS=true").endsWith("verify\n");
  }

  @Test
  void contributingFitsOnAScreen() throws IOException {
    assertThat(Files.readAllLines(Page.ROOT.resolve("CONTRIBUTING.md")))
        .hasSizeLessThanOrEqualTo(40);
  }

  private static List<String> shell() throws IOException {
    return Page.of("README.md").blocks().stream()
        .filter(block -> block.language().equals("sh"))
        .map(Page.Block::text)
        .toList();
  }
}
