package io.tidings.sse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.event.Event;
import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.StrictParser;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written, read back by the letter of the standard. */
class EncodingTest {

  private static final FrameHeader HEADER = FrameHeader.of("price", "epoch");

  private static Block only(byte[] bytes) {
    assertThat(StrictParser.parse(bytes)).hasSize(1);
    return StrictParser.parse(bytes).get(0);
  }

  private static String joined(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n",
        "\r",
        "\r\n",
        "\u0000",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\ud83d\ude00",
        ":",
        " "
      })
  void carriesEveryOddCharacterInDataAndComments(String odd) {
    for (String text : new String[] {odd, "a" + odd, odd + "b", "a" + odd + "b", odd + odd}) {
      Block block = only(EventEncoder.encode(Event.of(text).withComment(text)));
      assertThat(block.data()).isEqualTo(joined(text));
      assertThat(block.comment()).isEqualTo(joined(text));

      Block frame = only(Frame.of(HEADER, text.getBytes(StandardCharsets.UTF_8)).toBytes(1));
      assertThat(frame.data()).isEqualTo(joined(text));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0085", "\u2028", "\ufeff", "\ud83d\ude00", ":", " ", "  x"})
  void carriesEveryOddCharacterInIdsAndTypes(String odd) {
    Block block = only(EventEncoder.encode(Event.of("").withId(odd).withType(odd)));

    assertThat(block.id()).isEqualTo(odd);
    assertThat(block.type()).isEqualTo(odd);
  }

  @Test
  void writesAFrameAsTheEventOfTheSameFields() {
    Random random = new Random(42);
    String alphabet = "ab \r\n\u0000\u0085\u2028\ufeff\u00e9:";
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      random
          .ints(random.nextInt(60), 0, alphabet.length())
          .forEach(at -> text.append(alphabet.charAt(at)));
      long sequence = random.nextLong() >>> random.nextInt(1, 64);
      Event event = Event.of(text.toString()).withType("price").withId("epoch-" + sequence);
      byte[] payload = text.toString().getBytes(StandardCharsets.UTF_8);

      Frame frame = Frame.of(HEADER, payload);

      assertThat(frame.toBytes(sequence)).isEqualTo(EventEncoder.encode(event));
      assertThat(frame.maxLength()).isGreaterThanOrEqualTo(frame.toBytes(sequence).length);
    }
  }

  @Test
  void writesTheLargestSequenceIntoTheLengthThatItAnnounces() {
    Frame frame = Frame.of(HEADER, new byte[0]);

    assertThat(frame.toBytes(Long.MAX_VALUE)).hasSize(frame.maxLength());
    assertThat(frame.toBytes(0)).asString().isEqualTo("event: price\nid: epoch-0\ndata: \n\n");
  }

  @Test
  void labelsAFrameWithItsTopic() {
    byte[] frame = Frame.of(HEADER, new byte[] {'1'}).toBytes(7);
    TopicLabel label = TopicLabel.of("prices/ACME");
    byte[] labelled = new byte[frame.length + label.length()];

    int end = label.write(frame, 0, frame.length, labelled, 0);

    assertThat(end).isEqualTo(labelled.length);
    assertThat(only(labelled)).isEqualTo(Block.event("prices/ACME#price", "epoch-7", "1"));
    assertThat(label.appliesTo("price")).isTrue();
    assertThat(label.appliesTo("sse-end")).isFalse();
  }
}
