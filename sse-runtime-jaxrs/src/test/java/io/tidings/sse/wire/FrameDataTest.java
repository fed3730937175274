package io.tidings.sse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameDataTest {

  private static final FrameHeader HEADER = FrameHeader.of("price", "e1");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plain",
        " led by a blank",
        "two\nlines",
        "\n",
        "\n\n",
        "ends\n",
        "data: x",
        "é€😀"
      })
  void givesBackWhatWasFramed(String payload) {
    byte[] frame = Frame.of(HEADER, payload.getBytes(UTF_8)).toBytes(17);

    assertThat(new String(FrameData.of(frame, 0, frame.length), UTF_8)).isEqualTo(payload);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\r\nb", "a\nb"})
  void everyLineEndHasBecomeLf(String payload) {
    byte[] frame = Frame.of(HEADER, payload.getBytes(UTF_8)).toBytes(17);

    assertThat(new String(FrameData.of(frame, 0, frame.length), UTF_8)).isEqualTo("a\nb");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3})
  void readsAFrameBetweenOthers(int offset) {
    byte[] target = new byte[200];
    int end = Frame.of(HEADER, "first".getBytes(UTF_8)).write(1, target, offset);
    Frame.of(HEADER, "second".getBytes(UTF_8)).write(2, target, end);

    assertThat(new String(FrameData.of(target, offset, end), UTF_8)).isEqualTo("first");
  }
}
