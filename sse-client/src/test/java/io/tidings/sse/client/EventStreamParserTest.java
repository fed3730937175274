package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

final class EventStreamParserTest {

  private static final List<String> LINE_ENDS = List.of("\n", "\r", "\r\n");

  @TestFactory
  Stream<DynamicTest> readsEachCaseWithEachLineEndInEachChunkSize() throws Exception {
    return ParserCase.all().stream()
        .map(row -> dynamicTest(row.rule(), () -> LINE_ENDS.forEach(end -> check(row, end))));
  }

  @Test
  void keepsMixedLineEndsApart() {
    assertThat(Heard.of("data:a\r\ndata:b\rdata:c\ndata:d\r\r\n"))
        .containsExactly("event message|a\nb\nc\nd|");
    assertThat(Heard.of("data:a\n\rdata:b\r\n\rdata:c\r\r"))
        .containsExactly("event message|a|", "event message|b|", "event message|c|");
  }

  @Test
  void makesThreeReplacementsOfAnEncodedSurrogate() {
    byte[] stream = "data:___A\n\n".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}, 0, stream, 5, 3);

    for (int chunk = 1; chunk <= stream.length; chunk++) {
      assertThat(Heard.of(stream, chunk)).containsExactly("event message|\uFFFD\uFFFD\uFFFDA|");
    }
  }

  @Test
  void endsATruncatedSequenceAtTheLineEnd() {
    byte[] stream = "data:_\ndata:b\n\n".getBytes(StandardCharsets.US_ASCII);
    stream[5] = (byte) 0xE2;

    assertThat(Heard.of(stream, 1)).containsExactly("event message|\uFFFD\nb|");
  }

  @Test
  void ignoresALineThatStartsWithAPieceOfAByteOrderMark() {
    byte[] stream = "__data:a\ndata:b\n\n".getBytes(StandardCharsets.US_ASCII);
    stream[0] = (byte) 0xEF;
    stream[1] = (byte) 0xBB;

    assertThat(Heard.of(stream, 1)).containsExactly("event message|b|");
    assertThat(Heard.of(stream, stream.length)).containsExactly("event message|b|");
  }

  @Test
  void honoursARetryOfAnEventThatIsDiscarded() {
    assertThat(Heard.of("id:7\nretry:5000\ndata:half")).containsExactly("retry 5000");
  }

  @Test
  void dropsTheIncompleteEventAndItsIdAtTheEndOfTheStream() {
    Heard heard = new Heard(false);
    EventStreamParser parser = new EventStreamParser(heard);

    feed(parser, "id:1\ndata:a\n\nid:2\nevent:x\ndata:lo");
    parser.endOfStream();
    feed(parser, "\uFEFFdata:b\n\n");

    assertThat(heard.lines).containsExactly("event message|a|1", "event message|b|1");
    assertThat(parser.lastEventId()).isEqualTo("1");
  }

  @Test
  void doesNotTakeACarriageReturnOverToTheNextStream() {
    Heard heard = new Heard(false);
    EventStreamParser parser = new EventStreamParser(heard);

    feed(parser, "data:a\r\r");
    parser.endOfStream();
    feed(parser, "\ndata:b\n\n");

    assertThat(heard.lines).containsExactly("event message|a|", "event message|b|");
  }

  @Test
  void startsFromACursorThatIsKnown() {
    Heard heard = new Heard(false);
    EventStreamParser parser = new EventStreamParser(heard);

    parser.lastEventId("ab-41");
    feed(parser, "data:a\n\nid\ndata:b\n\n");

    assertThat(heard.lines).containsExactly("event message|a|ab-41", "event message|b|");
  }

  @Test
  void tellsAnIdOfItsOwnFromAnInheritedOne() {
    List<ReceivedEvent> events = new ArrayList<>();
    EventStreamParser parser = new EventStreamParser(events::add);

    feed(parser, "id:e-1\ndata:a\n\ndata:b\n\nid:\ndata:c\n\nid:x\ndata:d\n\n");

    assertThat(events)
        .extracting(event -> event.id().orElse("none"))
        .containsExactly("e-1", "none", "", "x");
    assertThat(events)
        .extracting(ReceivedEvent::lastEventId)
        .containsExactly("e-1", "e-1", "", "x");
  }

  @Test
  void decodesCommentsOnlyForWhoHearsThem() {
    Heard heard = new Heard(true);
    EventStreamParser parser = new EventStreamParser(heard);

    for (byte b : ": kept\n:\n:  ä\r\n".getBytes(StandardCharsets.UTF_8)) {
      parser.feed(new byte[] {b}, 0, 1);
    }

    assertThat(heard.lines).containsExactly("comment kept", "comment ", "comment  ä");
    assertThat(Heard.of(": kept\n\n")).isEmpty();
  }

  @Test
  void takesBuffersOfEveryKind() {
    byte[] stream = "data:a\n\ndata:b\n\n".getBytes(StandardCharsets.US_ASCII);
    ByteBuffer direct = ByteBuffer.allocateDirect(stream.length).put(stream).flip();

    for (ByteBuffer buffer :
        List.of(ByteBuffer.wrap(stream), ByteBuffer.wrap(stream).asReadOnlyBuffer(), direct)) {
      Heard heard = new Heard(false);
      new EventStreamParser(heard).feed(buffer);

      assertThat(heard.lines).containsExactly("event message|a|", "event message|b|");
      assertThat(buffer.hasRemaining()).isFalse();
    }
  }

  private static void check(ParserCase row, String lineEnd) {
    byte[] stream = row.stream(lineEnd);
    for (int chunk = 1; chunk <= stream.length; chunk++) {
      assertThat(Heard.of(stream, chunk))
          .as("chunks of %d, line end %s", chunk, lineEnd.replace("\r", "CR").replace("\n", "LF"))
          .isEqualTo(row.expected());
    }
    assertThat(ReferenceParser.parse(stream)).as("the reference").isEqualTo(row.expected());
  }

  private static void feed(EventStreamParser parser, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    parser.feed(bytes, 0, bytes.length);
  }
}
