package io.tidings.examples.vitals;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CpuTest {

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
  void refusesWhatIsNoShare(double share) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cpu(0, share, 0))
        .withMessage("machine must be from 0 to 1; was " + share);
  }

  @Test
  void namesTheShareThatIsWrong() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Cpu(0, 0, 2))
        .withMessage("process must be from 0 to 1; was 2.0");
  }
}
