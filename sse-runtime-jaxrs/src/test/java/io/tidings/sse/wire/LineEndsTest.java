package io.tidings.sse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LineEndsTest {

  private static int naive(byte[] bytes) {
    int count = 0;
    for (byte b : bytes) {
      count += b == '\n' || b == '\r' ? 1 : 0;
    }
    return count;
  }

  @Test
  void findsALoneLineEndAtEveryPlace() {
    for (int length = 1; length < 40; length++) {
      for (int at = 0; at < length; at++) {
        for (char end : new char[] {'\n', '\r'}) {
          byte[] bytes = "x".repeat(length).getBytes(UTF_8);
          bytes[at] = (byte) end;

          assertThat(LineEnds.count(bytes)).isEqualTo(1);
        }
      }
    }
  }

  @Test
  void findsNoneWhereThereIsNone() {
    for (int value = Byte.MIN_VALUE; value <= Byte.MAX_VALUE; value++) {
      byte[] bytes = new byte[17];
      Arrays.fill(bytes, (byte) value);

      assertThat(LineEnds.count(bytes)).isEqualTo(naive(bytes));
    }
    assertThat(LineEnds.count(new byte[0])).isZero();
  }

  @Test
  void isNotMisledByOtherControlCharactersBeforeIt() {
    for (byte other = 0; other < ' '; other++) {
      byte[] bytes = {'x', other, other, '\n', 'x', other, '\r', 'x', 'x'};

      assertThat(LineEnds.count(bytes)).isEqualTo(naive(bytes));
    }
  }

  @Test
  void countsWhatALoopCounts() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(64)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] = (byte) (8 + random.nextInt(i % 2 == 0 ? 8 : 64));
      }

      assertThat(LineEnds.count(bytes)).isEqualTo(naive(bytes));
    }
  }
}
