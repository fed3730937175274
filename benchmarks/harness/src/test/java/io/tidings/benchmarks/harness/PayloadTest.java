package io.tidings.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTest {

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 9, 10, 12_345_678, 99_999_999})
  void carriesItsSequence(long sequence) {
    ByteBuffer bytes = bytes("data: " + new Payload().stamp(sequence, 1));

    assertThat(Payload.sequence(bytes, 6)).isEqualTo(sequence);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_234_567_890_123L, Long.MAX_VALUE})
  void carriesItsTime(long time) {
    ByteBuffer bytes = bytes(new Payload().stamp(1, time));

    assertThat(Payload.time(bytes, 0)).isEqualTo(time);
  }

  @Test
  void isJsonOfTheLengthThatIsMeasured() {
    String text = new Payload().stamp(7, 42);

    assertThat(text)
        .hasSize(Payload.LENGTH)
        .matches("\\{\"seq\":\"00000007\",\"at\":\"0{17}42\",\"note\":\"x+\"}");
    assertThat(bytes(text).getLong(0)).isEqualTo(Payload.MARK);
  }

  @Test
  void refusesASequenceThatDoesNotFit() {
    assertThatThrownBy(() -> new Payload().stamp(100_000_000, 1))
        .hasMessage("sequence must be 0 to 99999999; was 100000000");
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
