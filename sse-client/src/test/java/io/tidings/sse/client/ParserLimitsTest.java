package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ParserLimitsTest {

  private static final ParserLimits SMALL = new ParserLimits(16, 12, 20);

  @Test
  void refusesALineThatIsTooLong() {
    for (int chunk : List.of(1, 3, 100)) {
      assertThatThrownBy(() -> feed(SMALL, "data:0123456789ab\n\n", chunk))
          .isInstanceOf(StreamLimitException.class)
          .hasMessageContaining("line must be at most 16 bytes; was at least 17");
    }
    assertThat(feed(SMALL, "data:0123456789a\n\n", 1))
        .extracting(ReceivedEvent::data)
        .containsExactly("0123456789a");
  }

  @Test
  void refusesAnEventThatIsTooLong() {
    for (int chunk : List.of(1, 3, 100)) {
      assertThatThrownBy(() -> feed(SMALL, "data:123456\ndata:123456\n\n", chunk))
          .isInstanceOf(StreamLimitException.class)
          .hasMessage("event must be at most 12 bytes; was at least 13");
    }
    assertThat(feed(SMALL, "data:123456\ndata:12345\n\n", 1))
        .extracting(ReceivedEvent::data)
        .containsExactly("123456\n12345");
  }

  @Test
  void countsTheLinesOfARunOfDataAsItCountsOthers() {
    ParserLimits limits = new ParserLimits(16, 100, 200);
    String lines = "data: 0123456789\n".repeat(9); // 9 × 10 bytes and 8 line feeds between them
    for (int chunk : List.of(1, 40, 1000)) {
      assertThat(feed(limits, lines + "data:0\n\n", chunk)).hasSize(1);
      assertThatThrownBy(() -> feed(limits, lines + "data: 01\n\n" + lines, chunk))
          .hasMessage("event must be at most 100 bytes; was at least 101");
      assertThatThrownBy(
              () -> feed(limits, lines + "\n" + lines + "data:0123456789ab\n\n" + lines, chunk))
          .hasMessageContaining("line must be at most 16 bytes; was at least 17");
    }
  }

  @Test
  void refusesToKeepTooManyBytes() {
    assertThatThrownBy(() -> feed(SMALL, "data:123456\nevent:abcdefghi\n\n", 1))
        .isInstanceOf(StreamLimitException.class)
        .hasMessage("buffer must be at most 20 bytes; was at least 21");
  }

  @Test
  void letsIgnoredLinesBeAsLongAsTheyLike() {
    for (int chunk : List.of(1, 100)) {
      String lines = ":".repeat(500) + "\nunknown:" + "x".repeat(500) + "\ndata:a\n\n";

      assertThat(feed(SMALL, lines, chunk)).extracting(ReceivedEvent::data).containsExactly("a");
    }
  }

  @Test
  void refusesLimitsThatLetNothingThrough() {
    assertThatThrownBy(() -> ParserLimits.DEFAULT.withLine(0))
        .hasMessage("line must be at least 1 byte; was 0");
    assertThatThrownBy(() -> ParserLimits.DEFAULT.withEvent(-1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> ParserLimits.DEFAULT.withBuffered(0)).hasMessageContaining("buffered");
  }

  @Test
  void readsALineOfFiveMegabytesInAnyChunks() {
    byte[] stream = new byte[5 << 20];
    Arrays.fill(stream, (byte) 'x');
    System.arraycopy("data:".getBytes(StandardCharsets.US_ASCII), 0, stream, 0, 5);
    stream[stream.length - 1] = '\n';
    stream[stream.length - 2] = '\n';
    for (int chunk : List.of(1, 1000, stream.length)) {
      List<ReceivedEvent> events = new ArrayList<>();
      EventStreamParser parser = new EventStreamParser(events::add);
      long allocated = allocated(() -> feed(parser, stream, chunk));

      assertThat(events)
          .singleElement()
          .extracting(event -> event.data().length())
          .isEqualTo(stream.length - 7);
      assertThat(allocated).as("copies, chunks of %d", chunk).isLessThan(8L * stream.length);
    }
  }

  @Test
  void allocatesNothingForWhatIsIgnored() {
    EventStreamParser parser = new EventStreamParser(event -> {});
    byte[] stream =
        ": a comment of some length\nunknown: field\ndata-like:x\n\nretries:5\nx\n"
            .repeat(50)
            .getBytes(StandardCharsets.US_ASCII);
    for (int chunk : List.of(1, 7, stream.length)) {
      feed(parser, stream, chunk);

      long bytes = allocated(() -> feed(parser, stream, chunk));

      assertThat(bytes).as("chunks of %d", chunk).isLessThan(64);
    }
  }

  @Test
  void allocatesTheDataAndAtMostAHundredBytesForAnEvent() {
    EventStreamParser parser = new EventStreamParser(event -> {});
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      text.append("id: 4f1c-").append(i).append("\nevent: price\ndata: ");
      text.append("x".repeat(100)).append("\n\n");
    }
    byte[] stream = text.toString().getBytes(StandardCharsets.US_ASCII);
    feed(parser, stream, stream.length);

    long bytes = allocated(() -> feed(parser, stream, stream.length)) / 1000;

    assertThat(bytes).isLessThanOrEqualTo(200);
  }

  private static List<ReceivedEvent> feed(ParserLimits limits, String text, int chunk) {
    List<ReceivedEvent> events = new ArrayList<>();
    feed(
        new EventStreamParser(events::add, limits),
        text.getBytes(StandardCharsets.US_ASCII),
        chunk);
    return events;
  }

  private static void feed(EventStreamParser parser, byte[] stream, int chunk) {
    for (int at = 0; at < stream.length; at += chunk) {
      parser.feed(stream, at, Math.min(chunk, stream.length - at));
    }
  }

  private static long allocated(Runnable task) {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    task.run();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
