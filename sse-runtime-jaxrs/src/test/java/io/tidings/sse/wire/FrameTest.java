package io.tidings.sse.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.event.Event;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameTest {

  private static final FrameHeader HEADER = FrameHeader.of("price", "e1");
  private static final int AT = 5;

  private static byte[] expected(String payload) {
    return EventEncoder.encode(Event.of(payload).withType("price").withId("e1-17"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r", "\r\n", "\n\r", "\t", "\u000b\f", "\n\n"})
  void beginsALineAtEachLineEndWhereverItStands(String middle) {
    for (int before = 0; before <= 17; before++) {
      for (int after = 0; after <= 17; after++) {
        String payload = "a".repeat(before) + middle + "z".repeat(after);

        byte[] frame = Frame.of(HEADER, payload.getBytes(UTF_8)).toBytes(17);

        assertThat(frame).isEqualTo(expected(payload));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "1234567", "12345678", "123456789", "a\r\nb\n"})
  void writesNothingBesideItselfAndNeedsNoMoreRoomThanItSays(String payload) {
    Frame frame = Frame.of(HEADER, payload.getBytes(UTF_8));
    byte[] target = new byte[AT + frame.maxLength()];
    Arrays.fill(target, (byte) '!');

    int end = frame.write(17, target, AT);

    assertThat(Arrays.copyOf(target, AT)).containsOnly('!');
    assertThat(Arrays.copyOfRange(target, AT, end)).isEqualTo(expected(payload));
    assertThat(Arrays.copyOfRange(target, end, target.length)).containsOnly('!');
  }
}
