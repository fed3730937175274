package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class OptionsPageTest {

  private static final Path PAGE = Path.of("../docs/processor.md");

  @Test
  void thePageHasARowForEachOption() throws IOException {
    List<String> rows =
        Pattern.compile("(?m)^\\| `-A(sse\\.\\w+)` \\|")
            .matcher(Files.readString(PAGE))
            .results()
            .map(row -> row.group(1))
            .toList();

    assertThat(rows).containsExactlyInAnyOrderElementsOf(new Options(Map.of()).claimed());
  }
}
