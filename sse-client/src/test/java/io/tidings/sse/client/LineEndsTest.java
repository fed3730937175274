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

  @Test
  void findsTheFirstByteOfEightThatMayEndALine() {
    assertThat(LineEnds.marks(0x2020_2020_2020_2020L)).isZero();
    for (int at = 0; at < Long.BYTES; at++) {
      long lineFeeds = 0x0A0A_0A0A_0A0A_0A0AL << (at * Byte.SIZE);
      long spaces = at == 0 ? 0 : 0x2020_2020_2020_2020L >>> ((Long.BYTES - at) * Byte.SIZE);

      assertThat(LineEnds.first(LineEnds.marks(lineFeeds | spaces))).isEqualTo(at);
    }
  }

  @Test
  void goesOnBehindALineFeedThatMayFollowACarriageReturn() {
    byte[] bytes = {'\n', '\r', '\n', '\r', 'x', '\t', '\r'};

    assertThat(LineEnds.behind(bytes, 0, 7)).isEqualTo(1);
    assertThat(LineEnds.behind(bytes, 1, 7)).isEqualTo(3);
    assertThat(LineEnds.behind(bytes, 1, 2)).as("cut").isEqualTo(LineEnds.NONE);
    assertThat(LineEnds.behind(bytes, 3, 7)).as("CR alone").isEqualTo(LineEnds.NONE);
    assertThat(LineEnds.behind(bytes, 5, 7)).as("TAB").isEqualTo(LineEnds.NONE);
    assertThat(LineEnds.behind(bytes, 6, 7)).as("CR last").isEqualTo(LineEnds.NONE);
  }
}
