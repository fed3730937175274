package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineEndsTest {

  @Test
  void findsEachByteThatEndsALineAndNoOther() {
    for (int value = 0; value < 256; value++) {
      byte[] bytes = new byte[24];
      Arrays.fill(bytes, (byte) 'x');
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) value;
        boolean ends = value == '\n' || value == '\r';

        assertThat(LineEnds.index(LineEnds.scan(bytes, 0, 24))).isEqualTo(ends ? at : 24);
        bytes[at] = 'x';
      }
    }
  }

  @Test
  void agreesWithAPlainLoopOnRandomBytes() {
    Random random = new Random(7);
    byte[] bytes = new byte[64];
    for (int round = 0; round < 20_000; round++) {
      random.nextBytes(bytes);
      for (int i = 0; i < bytes.length; i++) {
        bytes[i] = random.nextInt(12) == 0 ? bytes[i] : (byte) (bytes[i] & 0x0F);
      }
      int from = random.nextInt(bytes.length);
      int to = from + random.nextInt(bytes.length - from + 1);
      int expected = from;
      boolean ascii = true;
      while (expected < to && bytes[expected] != '\n' && bytes[expected] != '\r') {
        ascii &= bytes[expected++] >= 0;
      }

      long scan = LineEnds.scan(bytes, from, to);

      assertThat(LineEnds.index(scan)).isEqualTo(expected);
      assertThat(LineEnds.isAscii(scan)).isEqualTo(ascii);
    }
  }

  @Test
  void doesNotCountBytesBehindTheLineEndAsPartOfTheLine() {
    byte[] bytes = {'a', '\n', (byte) 0xC3, (byte) 0xA4, 'x', 'x', 'x', 'x', 'x'};

    assertThat(LineEnds.isAscii(LineEnds.scan(bytes, 0, bytes.length))).isTrue();
    assertThat(LineEnds.isAscii(LineEnds.scan(bytes, 2, bytes.length))).isFalse();
  }
}
