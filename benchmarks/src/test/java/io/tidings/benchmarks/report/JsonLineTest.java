package io.tidings.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JsonLineTest {

  @Test
  void writesFiguresInTheOrderInWhichTheyWerePut() {
    Figures figures =
        Figures.of("fanout", "limit").put("p50_ms", 0.12345).put("errors", 0L).put("rate", null);

    assertThat(JsonLine.of(figures.values()))
        .isEqualTo(
            "{\"bench\":\"fanout\",\"row\":\"limit\",\"p50_ms\":0.123,\"errors\":0,\"rate\":null}");
  }

  @Test
  void staysOnOneLineAndQuotesWhatJsonCannotHold() {
    Figures figures = Figures.skipped("fanout", "limit", "said \"no\\way\"\n\tat all");

    assertThat(JsonLine.of(figures.values()))
        .endsWith("\"skipped\":\"said \\\"no\\\\way\\\"\\n\\u0009at all\"}");
  }

  @Test
  void writesWhatIsNoNumberAsNull() {
    assertThat(JsonLine.of(Figures.of("a", "b").put("cpu", 1 / 0.0).values()))
        .endsWith("\"cpu\":null}");
  }
}
