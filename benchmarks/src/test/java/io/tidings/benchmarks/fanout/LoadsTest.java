package io.tidings.benchmarks.fanout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.benchmarks.CommandLine;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoadsTest {

  @Test
  void measuresThreeModesInAQuickRun() {
    assertThat(loads("fanout --quick"))
        .extracting(Load::toString)
        .containsExactly(
            "lockstep, 1000 readers", "saturated, 1000 readers", "paced, 1000 readers, 50/s");
  }

  @Test
  void narrowsARunToTheModesThatAreAskedFor() {
    assertThat(loads("fanout --modes stuck,churn"))
        .extracting(Load::mode)
        .containsExactly(Mode.STUCK, Mode.CHURN);
  }

  @Test
  void takesTheLoadThatIsAskedFor() {
    assertThat(loads("fanout --modes stuck --readers 20 --rate 4000 --seconds 300"))
        .containsExactly(new Load(Mode.STUCK, 20, 4_000, Duration.ofMinutes(5)));
  }

  private static List<Load> loads(String line) {
    return Loads.of(CommandLine.parse(line, new FanoutBench()));
  }
}
