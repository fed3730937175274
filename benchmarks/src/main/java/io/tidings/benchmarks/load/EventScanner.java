package io.tidings.benchmarks.load;

import io.tidings.benchmarks.harness.Payload;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Finds the events with a payload in one connection's event stream, however it is cut into pieces.
 * It expects the next frame to look like the last one and checks that at a few places, which spares
 * looking at every byte.
 */
final class EventScanner {

  /** Told of each event found. */
  interface Events {

    /** An event whose payload begins at this index of the bytes, which are valid for this call. */
    void event(ByteBuffer bytes, int payload);
  }

  private static final short EMPTY_LINE = 0x0A0A;
  private static final int USUAL_FRAME = 256;

  // What the last frame looked like.
  private int length;
  private int payload;

  // The beginning of a frame whose rest has not arrived yet.
  private byte[] begun = {};
  private int kept;

  /** Takes the next bytes of the stream. */
  void scan(ByteBuffer bytes, int from, int to, Events events) {
    int at = kept == 0 ? from : complete(bytes, from, to, events);
    while (at < to) {
      if (looksLikeLast(bytes, at, to)) {
        events.event(bytes, at + payload);
        at += length;
      } else {
        int end = endOfFrame(bytes, at, to);
        if (end < 0) {
          keep(bytes, at, to);
          return;
        }
        search(bytes, at, end, events);
        at = end;
      }
    }
  }

  private boolean looksLikeLast(ByteBuffer bytes, int at, int to) {
    return length > 0
        && to - at >= length
        && bytes.getShort(at + length - 2) == EMPTY_LINE
        && bytes.getLong(at + payload) == Payload.MARK;
  }

  // Behind the next empty line; -1 when there is none yet.
  private static int endOfFrame(ByteBuffer bytes, int at, int to) {
    boolean empty = true;
    for (int i = at; i < to; i++) {
      byte next = bytes.get(i);
      if (next == '\n') {
        if (empty) {
          return i + 1;
        }
        empty = true;
      } else if (next != '\r') {
        empty = false;
      }
    }
    return -1;
  }

  private void search(ByteBuffer bytes, int from, int end, Events events) {
    for (int i = from; i <= end - Payload.LENGTH; i++) {
      if (bytes.getLong(i) == Payload.MARK) {
        length = end - from;
        payload = i - from;
        events.event(bytes, i);
        return;
      }
    }
  }

  private void keep(ByteBuffer bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      keep(bytes.get(i));
    }
  }

  private void keep(byte next) {
    if (kept == begun.length) {
      begun = Arrays.copyOf(begun, Math.max(USUAL_FRAME, kept * 2));
    }
    begun[kept++] = next;
  }

  private int complete(ByteBuffer bytes, int from, int to, Events events) {
    for (int i = from; i < to; i++) {
      keep(bytes.get(i));
      if (bytes.get(i) == '\n' && endsWithEmptyLine()) {
        search(ByteBuffer.wrap(begun), 0, kept, events);
        kept = 0;
        return i + 1;
      }
    }
    return to;
  }

  private boolean endsWithEmptyLine() {
    int before = kept - 2;
    if (before >= 0 && begun[before] == '\r') {
      before--;
    }
    return before < 0 || begun[before] == '\n';
  }
}
