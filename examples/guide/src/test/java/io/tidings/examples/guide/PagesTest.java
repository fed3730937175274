package io.tidings.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PagesTest {

  /** What git leaves where two changes met: both versions, and lines that part them. */
  private static final Pattern PARTING_LINE = Pattern.compile("(?m)^(<{7} |={7}$|>{7} ).*");

  @ParameterizedTest
  @MethodSource("io.tidings.examples.guide.Page#all")
  void aPageSaysEverythingOnce(Page page) throws Exception {
    assertThat(Files.readString(page.file())).doesNotContainPattern(PARTING_LINE);
  }
}
