package io.tidings.benchmarks.rows.micro;

import io.tidings.benchmarks.harness.Payload;
import io.tidings.sse.log.Entry;
import io.tidings.sse.log.Retention;
import io.tidings.sse.log.TopicLog;
import io.tidings.sse.wire.Frame;
import io.tidings.sse.wire.FrameHeader;
import java.nio.charset.StandardCharsets;

/** The event that every measurement here uses, and a log with the bounds that users get. */
final class Sample {

  static final int HISTORY = 1_024;
  static final String TEXT = new Payload().stamp(1, 1);
  static final byte[] BYTES = TEXT.getBytes(StandardCharsets.UTF_8);
  static final FrameHeader HEADER = FrameHeader.of("price", "k3v9x2m7");

  private static final long MOST_BYTES = 4L * 1_024 * 1_024;

  private Sample() {}

  static Entry entry(long sequence) {
    return new Entry(Frame.of(HEADER, BYTES), sequence, sequence, null);
  }

  static TopicLog log() {
    return new TopicLog(
        new Retention(HISTORY, MOST_BYTES, Long.MAX_VALUE, HISTORY, MOST_BYTES), null, 0);
  }
}
