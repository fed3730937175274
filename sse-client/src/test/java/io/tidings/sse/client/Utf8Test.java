package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class Utf8Test {

  /** Each border of a byte range in the decoder's table, from both sides. */
  private static final int[] BORDERS = {
    0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xC1, 0xC2, 0xDF, 0xE0, 0xE1, 0xEC,
    0xED, 0xEE, 0xEF, 0xF0, 0xF1, 0xF3, 0xF4, 0xF5, 0xFF
  };

  private final Utf8 utf8 = new Utf8();

  @Test
  void replacesEveryMalformedPrefixAsTheStandardDoes() {
    byte[] bytes = {0, 0, 0, 0, 'A'};
    for (int first : BORDERS) {
      for (int second : BORDERS) {
        for (int third : BORDERS) {
          for (int fourth : BORDERS) {
            bytes[0] = (byte) first;
            bytes[1] = (byte) second;
            bytes[2] = (byte) third;
            bytes[3] = (byte) fourth;
            compare(bytes);
          }
        }
      }
    }
  }

  @Test
  void replacesWhatTheEndCutsOff() {
    byte[] whole = "€😀é".getBytes(StandardCharsets.UTF_8);
    for (int to = 0; to <= whole.length; to++) {
      for (int from = 0; from <= to; from++) {
        compare(java.util.Arrays.copyOfRange(whole, from, to));
      }
    }
  }

  @Test
  void readsBackEveryScalarValue() {
    StringBuilder all = new StringBuilder();
    for (int point = 0; point <= Character.MAX_CODE_POINT; point++) {
      if (point < Character.MIN_SURROGATE || point > Character.MAX_SURROGATE) {
        all.appendCodePoint(point);
      }
    }
    byte[] bytes = all.toString().getBytes(StandardCharsets.UTF_8);

    assertThat(utf8.text(bytes, 0, bytes.length)).isEqualTo(all.toString());
  }

  @Test
  void decodesAPartOfAnArray() {
    byte[] bytes = "äöü".getBytes(StandardCharsets.UTF_8);

    assertThat(utf8.text(bytes, 2, 4)).isEqualTo("ö");
    assertThat(utf8.text("abc".getBytes(StandardCharsets.US_ASCII), 1, 2)).isEqualTo("b");
  }

  private void compare(byte[] bytes) {
    String ours = utf8.text(bytes, 0, bytes.length);
    if (!ours.equals(ReferenceParser.decode(bytes))) { // an assertion each would take a minute
      assertThat(ours)
          .as(java.util.HexFormat.of().formatHex(bytes))
          .isEqualTo(ReferenceParser.decode(bytes));
    }
  }
}
