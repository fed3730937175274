package io.tidings.sse.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.wire.Deflated;
import io.tidings.sse.wire.Frame;
import io.tidings.sse.wire.FrameHeader;
import io.tidings.sse.wire.GzipFrame;
import io.tidings.sse.wire.TopicLabel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflatedRunsTest {

  private static final FrameHeader PRICE = FrameHeader.of("price", "e");
  private static final int LOTS = 1 << 24;

  private final TopicLog log =
      new TopicLog(
          new Retention(LOTS, LOTS, Long.MAX_VALUE, LOTS, LOTS), TopicLabel.of("prices/A"), 0);
  private final Random random = new Random(11);
  private long sequence;

  /** One that reads the same twice, as it is and deflated. */
  private static final class Reader {

    private final Cursor plain;
    private final Cursor deflated;
    private final ByteArrayOutputStream expected = new ByteArrayOutputStream();
    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final GzipFrame frame = new GzipFrame();
    private long plainFrames;
    private long deflatedFrames;

    Reader(Cursor plain, Cursor deflated) {
      this.plain = plain;
      this.deflated = deflated;
      file.writeBytes(GzipFrame.head());
    }

    void take(long upTo, int budget) {
      plain.take(
          upTo,
          budget,
          (bytes, from, to, frames) -> {
            expected.write(bytes, from, to - from);
            plainFrames += frames;
          });
      deflated.take(
          upTo,
          budget,
          new Slices() {
            @Override
            public void add(byte[] bytes, int from, int to, int frames) {
              throw new AssertionError("must be deflated");
            }

            @Override
            public boolean takesDeflated() {
              return true;
            }

            @Override
            public void add(Deflated run, int frames) {
              file.writeBytes(run.bytes());
              frame.append(run);
              deflatedFrames += frames;
            }
          });
    }

    void check() throws IOException {
      file.writeBytes(frame.tail());
      byte[] read =
          new GZIPInputStream(new ByteArrayInputStream(file.toByteArray())).readAllBytes();
      assertThat(read).isEqualTo(expected.toByteArray());
      assertThat(deflatedFrames).isEqualTo(plainFrames);
    }
  }

  private Reader reader(long after, CursorView view) {
    return new Reader(log.after(after, view), log.after(after, view));
  }

  private void append(int events, @Nullable String audience) {
    for (int i = 0; i < events; i++) {
      sequence++;
      String payload = "{\"amount\":" + random.nextInt(1000) + "}".repeat(random.nextInt(40));
      Frame frame = Frame.of(PRICE, payload.getBytes(StandardCharsets.UTF_8));
      log.append(new Entry(frame, sequence, sequence, audience));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 200})
  void readersInStepCostOneDeflationForEachRunHoweverManyTheyAre(int readers) throws Exception {
    List<Reader> all = new ArrayList<>();
    for (int i = 0; i < readers; i++) {
      all.add(reader(0, new CursorView(false, null)));
    }

    for (int round = 0; round < 50; round++) {
      append(1 + round % 8, null);
      all.forEach(reader -> reader.take(Long.MAX_VALUE, LOTS));
    }

    assertThat(log.deflations()).isBetween(50L, 60L); // a run does not go over a segment's end
    for (Reader reader : all) {
      reader.check();
    }
  }

  @Test
  void readersOutOfStepMeetAtTheSameRuns() throws Exception {
    List<Reader> all = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      all.add(reader(0, new CursorView(false, null)));
    }

    // The head moves between any two readers, as it does under load.
    for (int round = 0; round < 20; round++) {
      for (Reader reader : all) {
        append(random.nextInt(2), null);
        reader.take(Long.MAX_VALUE, LOTS);
      }
    }

    assertThat(log.deflations()).isLessThanOrEqualTo(sequence);
    for (Reader reader : all) {
      reader.take(Long.MAX_VALUE, LOTS);
      reader.check();
    }
  }

  @Test
  void whoeverReadsWhateverPartsTheSameComesOut() throws Exception {
    List<Reader> all = new ArrayList<>();
    CursorView[] views = {
      new CursorView(false, null),
      new CursorView(true, null),
      new CursorView(false, "anna"),
      new CursorView(true, "anna")
    };
    for (int round = 0; round < 400; round++) {
      append(random.nextInt(6), random.nextInt(5) == 0 ? "anna" : null);
      if (round % 10 == 0) {
        Reader reader = reader(random.nextInt((int) sequence + 1), views[random.nextInt(4)]);
        if (random.nextBoolean()) {
          reader.plain.sieveWith(n -> n % 3 == 0);
          reader.deflated.sieveWith(n -> n % 3 == 0);
        }
        all.add(reader);
      }
      for (Reader reader : all) {
        if (random.nextInt(3) == 0) {
          reader.take(Math.max(0, sequence - random.nextInt(20)), LOTS);
        }
      }
    }

    for (Reader reader : all) {
      reader.take(Long.MAX_VALUE, LOTS);
      reader.check();
    }
    assertThat(log.deflations()).isLessThan(all.size() * sequence / 4);
  }
}
