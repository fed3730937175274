package io.tidings.sse.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.wire.Frame;
import io.tidings.sse.wire.FrameHeader;
import io.tidings.sse.wire.TopicLabel;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TopicLogTest {

  private static final CursorView PLAIN = new CursorView(false, null);
  private static final FrameHeader PRICE = FrameHeader.of("price", "e");
  private static final FrameHeader HALTED = FrameHeader.of("halted", "e");
  private static final int LOTS = 1 << 20;

  private static TopicLog keeping(int events, long bytes, int lag) {
    Retention retention = new Retention(events, bytes, Long.MAX_VALUE, lag, LOTS);
    return new TopicLog(retention, TopicLabel.of("t"), 0);
  }

  private static Entry entry(FrameHeader header, long sequence, @Nullable String audience) {
    byte[] payload = ("p" + sequence).getBytes(StandardCharsets.UTF_8);
    return new Entry(Frame.of(header, payload), sequence, sequence, audience);
  }

  private static void append(TopicLog log, long from, long to) {
    LongStream.rangeClosed(from, to).forEach(n -> log.append(entry(PRICE, n, null)));
  }

  private static List<Long> take(Cursor cursor, long upTo, int budget) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    cursor.take(upTo, budget, (bytes, from, to, frames) -> out.write(bytes, from, to - from));
    return StrictParser.parse(out.toByteArray()).stream()
        .map(block -> Long.valueOf(Objects.requireNonNull(block.data()).substring(1)))
        .toList();
  }

  private static List<Long> takeAll(Cursor cursor) {
    return take(cursor, Long.MAX_VALUE, Integer.MAX_VALUE);
  }

  @Test
  void givesACursorAtTheHeadWhatComesAndNothingElse() {
    TopicLog log = keeping(100, LOTS, 10);
    append(log, 1, 3);
    Cursor cursor = log.atHead(PLAIN);

    assertThat(cursor.state()).isEqualTo(CursorState.NOT_YET);
    append(log, 4, 5);

    assertThat(cursor.state()).isEqualTo(CursorState.HERE);
    assertThat(cursor.sequence()).isEqualTo(4);
    assertThat(takeAll(cursor)).containsExactly(4L, 5L);
    assertThat(cursor.sequence()).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void givesOutWholeFramesUpToASequenceAndWithinABudget() {
    TopicLog log = keeping(100, LOTS, 10);
    append(log, 1, 9);
    Cursor cursor = log.after(0, PLAIN);

    assertThat(take(cursor, 4, LOTS)).containsExactly(1L, 2L, 3L, 4L);
    assertThat(take(cursor, 4, LOTS)).isEmpty();
    assertThat(take(cursor, 9, 1)).containsExactly(5L);
    assertThat(takeAll(cursor)).containsExactly(6L, 7L, 8L, 9L);
  }

  @Test
  void givesOutALongRunInFewSlices() {
    TopicLog log = keeping(100_000, 1L << 30, 10);
    append(log, 1, 10_000);
    Cursor cursor = log.after(0, PLAIN);
    int[] slices = {0};

    cursor.take(Long.MAX_VALUE, Integer.MAX_VALUE, (bytes, from, to, frames) -> slices[0]++);

    assertThat(slices[0]).isLessThan(20);
  }

  @Test
  void startsAfterAnySequenceWhetherOrNotItIsInThisLog() {
    TopicLog log = keeping(100_000, 1L << 30, 10);
    LongStream.rangeClosed(1, 3000).forEach(n -> log.append(entry(PRICE, n * 10, null)));

    for (long n = 0; n <= 3000; n += 7) {
      assertThat(log.after(n * 10, PLAIN).sequence()).isEqualTo(n * 10 + 10);
      assertThat(log.after(n * 10 - 5, PLAIN).sequence()).isEqualTo(Math.max(10, n * 10));
    }
    assertThat(log.after(30_000, PLAIN).state()).isEqualTo(CursorState.NOT_YET);
  }

  @Test
  void keepsExactlyAsManyEventsAsItIsTold() {
    TopicLog log = keeping(3, LOTS, 10);
    append(log, 1, 2);
    assertThat(log.trimmedThrough()).isZero();

    append(log, 3, 500);

    assertThat(log.trimmedThrough()).isEqualTo(497);
    assertThat(takeAll(log.after(0, PLAIN))).containsExactly(498L, 499L, 500L);
  }

  @Test
  void keepsNoMoreBytesThanItIsTold() {
    int frame = entry(PRICE, 10, null).frame().toBytes(10).length;
    TopicLog log = keeping(100, 2L * frame + 1, 10);

    append(log, 10, 50);

    assertThat(takeAll(log.after(0, PLAIN))).containsExactly(49L, 50L);
  }

  @Test
  void keepsNothingOlderThanItIsTold() {
    TopicLog log = new TopicLog(new Retention(100, LOTS, 5, 10, LOTS), null, 0);
    append(log, 1, 9);

    assertThat(takeAll(log.after(0, PLAIN))).containsExactly(4L, 5L, 6L, 7L, 8L, 9L);
    log.trim(13);
    assertThat(takeAll(log.after(0, PLAIN))).containsExactly(8L, 9L);
    log.trim(100);
    assertThat(log.isEmpty()).isTrue();
  }

  @Test
  void keepsTheLastFrameWhateverItIsTold() {
    TopicLog log = keeping(0, 0, 10);
    append(log, 1, 5);

    log.appendLast(entry(PRICE, 6, null));
    log.trim(Long.MAX_VALUE);

    assertThat(takeAll(log.after(0, PLAIN))).containsExactly(6L);
    assertThat(log.isEmpty()).isTrue();
    assertThat(log.trimmedThrough()).isEqualTo(5);
  }

  @Test
  void letsAReaderLagIndependentlyOfHistory() {
    TopicLog log = keeping(0, 0, 1000);
    Cursor cursor = log.atHead(PLAIN);

    append(log, 1, 1000);

    assertThat(cursor.lagEvents()).isEqualTo(1000);
    assertThat(cursor.lagsMoreThan(1000, LOTS)).isFalse();
    assertThat(cursor.lagsMoreThan(999, LOTS)).isTrue();
    assertThat(cursor.lagsMoreThan(1000, 100)).isTrue();
    assertThat(takeAll(cursor)).hasSize(1000).startsWith(1L).endsWith(1000L);
  }

  @Test
  void overtakesAReaderThatIsOutsideHistoryAndLag() {
    TopicLog log = keeping(5, LOTS, 10);
    Cursor cursor = log.atHead(PLAIN);

    append(log, 1, 5000);

    assertThat(cursor.state()).isEqualTo(CursorState.OVERTAKEN);
    assertThat(takeAll(cursor)).isEmpty();
    log.rescue(cursor);
    assertThat(takeAll(cursor)).hasSize(10).startsWith(4991L).endsWith(5000L);
  }

  @Test
  void showsTheNewestOfEachTypeAndThenWhatComes() {
    TopicLog log = keeping(100, LOTS, 10);
    append(log, 1, 3);
    log.append(entry(HALTED, 4, null));
    append(log, 5, 7);
    Cursor cursor = log.after(0, PLAIN);

    cursor.keepNewestOfEachType();
    assertThat(takeAll(cursor)).containsExactly(4L, 7L);
    append(log, 8, 9);

    assertThat(takeAll(cursor)).containsExactly(8L, 9L);
  }

  @Test
  void showsAReaderOnlyWhatIsForEveryoneOrForItsPrincipal() {
    TopicLog log = keeping(100, LOTS, 10);
    log.append(entry(PRICE, 1, "alice"));
    log.append(entry(PRICE, 2, null));
    log.append(entry(PRICE, 3, "bob"));
    log.append(entry(PRICE, 4, null));

    assertThat(takeAll(log.after(0, new CursorView(false, "alice")))).containsExactly(1L, 2L, 4L);
    assertThat(takeAll(log.after(0, new CursorView(false, "bob")))).containsExactly(2L, 3L, 4L);
    assertThat(takeAll(log.after(0, PLAIN))).containsExactly(2L, 4L);
    assertThat(log.after(0, PLAIN).sequence()).isEqualTo(2);
    assertThat(takeAll(log.atNewest(2, new CursorView(true, "bob")))).containsExactly(3L, 4L);
  }

  @Test
  void writesTheLabelledFormOnceForAllItsReaders() {
    TopicLog log = keeping(10_000, LOTS, 10);
    CursorView labelled = new CursorView(true, null);
    append(log, 1, 500);
    byte[][] arrays = new byte[2][];
    for (int i = 0; i < 2; i++) {
      int reader = i;
      Cursor cursor = log.after(499, labelled);
      cursor.take(500, LOTS, (bytes, from, to, frames) -> arrays[reader] = bytes);
    }

    assertThat(arrays[0]).isNotNull().isSameAs(arrays[1]);
    assertThat(takeAll(log.after(0, labelled))).hasSize(500);
  }

  @Test
  void labelsFramesAsTheyComeWhateverWasLabelledBefore() {
    TopicLog log = keeping(10_000, LOTS, 10);
    Cursor cursor = log.atHead(new CursorView(true, null));
    for (int n = 1; n <= 300; n++) {
      append(log, n, n);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      cursor.take(n, LOTS, (bytes, from, to, frames) -> out.write(bytes, from, to - from));

      assertThat(StrictParser.parse(out.toByteArray()))
          .containsExactly(Block.event("t#price", "e-" + n, "p" + n));
    }
  }

  @Test
  void takesFramesOfAnySize() {
    TopicLog log = keeping(100, 1L << 30, 10);
    Cursor cursor = log.atHead(PLAIN);
    byte[] large = new byte[300_000];

    log.append(new Entry(Frame.of(PRICE, large), 1, 1, null));
    append(log, 2, 2);

    int[] length = {0};
    cursor.take(2, LOTS, (bytes, from, to, frames) -> length[0] += to - from);
    assertThat(length[0]).isGreaterThan(300_000);
    assertThat(cursor.state()).isEqualTo(CursorState.NOT_YET);
  }
}
