package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class ShortBytesTest {

  private static final byte[] TEXT =
      "abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);

  @Test
  void knowsUpToSixteenBytesAgain() {
    for (int length = 1; length <= 16; length++) {
      ShortBytes bytes = new ShortBytes();
      bytes.learn(TEXT, 3, 3 + length);

      assertThat(bytes.length()).isEqualTo(length);
      assertThat(bytes.matches(TEXT, 3)).isTrue();
      assertThat(bytes.matches(TEXT, 4)).isFalse();
      for (int at = 3; at < 3 + 16; at++) {
        byte[] other = TEXT.clone();
        other[at] = '!';
        assertThat(bytes.matches(other, 3)).isEqualTo(at >= 3 + length);
      }
    }
  }

  @Test
  void knowsNothingOfWhatIsTooLongOrAtTheEndOfItsArray() {
    ShortBytes bytes = new ShortBytes();
    bytes.learn(TEXT, 0, 17);
    assertThat(bytes.length()).isZero();

    bytes.learn(TEXT, TEXT.length - 3, TEXT.length);
    assertThat(bytes.length()).isZero();

    bytes.learn(TEXT, 0, 3);
    assertThat(bytes.matches(TEXT, TEXT.length - 3)).isFalse();
    bytes.forget();
    assertThat(bytes.length()).isZero();
  }
}
