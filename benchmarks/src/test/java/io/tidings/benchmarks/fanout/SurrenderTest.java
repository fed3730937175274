package io.tidings.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.benchmarks.process.ServerRow;
import io.tidings.benchmarks.report.Figures;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class SurrenderTest {

  private static final Load CALM = paced(1_000, 200);
  private static final Load FAST = paced(1_000, 500);

  private final Surrender surrender = new Surrender();

  @Test
  void keepsAServerFromARateAboveOneThatItCouldNotFollow() {
    surrender.note(ServerRow.VERTX, CALM, result(1_000, 900));

    assertThat(surrender.reason(ServerRow.VERTX, FAST))
        .contains("rate of 200/s must be followed first; was not");
    assertThat(surrender.reason(ServerRow.LIMIT, FAST)).isEmpty();
  }

  @Test
  void triesTheSameRateAgain() {
    surrender.note(ServerRow.VERTX, CALM, result(1_000, 900));

    assertThat(surrender.reason(ServerRow.VERTX, CALM)).isEmpty();
  }

  @Test
  void keepsNobodyFromAnythingWhoFollowed() {
    surrender.note(ServerRow.VERTX, CALM, result(1_000, 1_000));

    assertThat(surrender.reason(ServerRow.VERTX, FAST)).isEmpty();
  }

  @Test
  void looksOnlyAtTheLoadsThatRise() {
    surrender.note(ServerRow.VERTX, CALM, result(1_000, 900));

    assertThat(surrender.reason(ServerRow.VERTX, paced(20, 4_000))).isEmpty();
  }

  private static Load paced(int readers, int rate) {
    return new Load(Mode.PACED, readers, rate, Duration.ofSeconds(1));
  }

  private static Figures result(long expected, long delivered) {
    return Figures.of("fanout", "vertx").put("expected", expected).put("delivered", delivered);
  }
}
