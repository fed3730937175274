package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineEndsTest {

  @Test
  void marksEachByteThatEndsALineAndNoLetter() {
    byte[] bytes = new byte[LineEnds.STEP];
    Arrays.fill(bytes, (byte) 'x');
    for (int at = 0; at < bytes.length; at++) {
      for (int value = 0; value < 256; value++) {
        bytes[at] = (byte) value;

        assertThat(LineEnds.marks(bytes, 0)).isEqualTo(value <= '\r' ? 1 << at : 0);
      }
      bytes[at] = 'x';
    }
  }

  @Test
  void overlooksNoLineEndAmongRandomBytes() {
    Random random = new Random(7);
    byte[] bytes = new byte[2 * LineEnds.STEP];
    for (int round = 0; round < 50_000; round++) {
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = random.nextInt(3) == 0 ? bytes[i] : (byte) (bytes[i] & 0x0F);
      }
      int from = random.nextInt(LineEnds.STEP);

      int marks = LineEnds.marks(bytes, from);

      for (int i = 0; i < LineEnds.STEP; i++) {
        boolean ends = bytes[from + i] == '\n' || bytes[from + i] == '\r';
        assertThat(ends && ((marks >>> i) & 1) == 0).isFalse();
      }
    }
  }
}
