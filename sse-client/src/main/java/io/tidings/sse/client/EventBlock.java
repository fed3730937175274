package io.tidings.sse.client;

import io.tidings.sse.client.EventStreamParser.Listener;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The processing model of the standard: what each line does to the event that is being built. */
final class EventBlock {

  static final int LONGEST_NAME = 5;

  private static final byte[] DATA = ascii("data");
  private static final byte[] EVENT = ascii("event");
  private static final byte[] ID = ascii("id");
  private static final byte[] RETRY = ascii("retry");
  private static final int NOT_THIS_FIELD = -1;

  private static final VarHandle FOUR =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final int DATA_START = (int) FOUR.get(DATA, 0);
  private static final int EVENT_START = (int) FOUR.get(EVENT, 0);
  private static final int RETRY_START = (int) FOUR.get(RETRY, 0);

  private final Listener listener;
  private final int mostLine;
  private final int mostEvent;
  private final Utf8 utf8 = new Utf8();
  private final TextCache types = new TextCache(utf8);

  private final ByteBuilder data = new ByteBuilder();
  private int dataLines;

  // The only data line so far, where it lies in the chunk: most events are never copied together.
  private byte @Nullable [] slice;
  private int sliceFrom;
  private int sliceTo;

  private String type = "";
  private boolean ownId;
  private final IdValue idBuffer = new IdValue("", IdValue.NO_NUMBER);
  private final IdValue lastId = new IdValue("", IdValue.NO_NUMBER);

  EventBlock(Listener listener, ParserLimits limits) {
    this.listener = listener;
    this.mostLine = limits.line();
    this.mostEvent = limits.event();
  }

  /** Takes one line without its end. */
  void line(byte[] bytes, int from, int to) {
    if (from == to) {
      dispatch();
      return;
    }
    ParserLimits.check("line", mostLine, to - from);
    int data = dataValue(bytes, from, to);
    if (data != NOT_THIS_FIELD) {
      data(bytes, data, to); // most lines
      return;
    }
    switch (bytes[from]) {
      case 'e' -> type(bytes, eventValue(bytes, from, to), to);
      case 'i' -> id(bytes, idValue(bytes, from, to), to);
      case 'r' -> retry(bytes, retryValue(bytes, from, to), to);
      case ':' -> comment(bytes, from + 1, to);
      default -> {}
    }
  }

  /** Whether a line that starts like this has no effect, however it goes on. */
  boolean ignores(byte[] bytes, int from, int to) {
    return switch (bytes[from]) {
      case 'd' -> !mayBe(DATA, bytes, from, to);
      case 'e' -> !mayBe(EVENT, bytes, from, to);
      case 'i' -> !mayBe(ID, bytes, from, to);
      case 'r' -> !mayBe(RETRY, bytes, from, to);
      case ':' -> !listener.hearsComments();
      default -> true;
    };
  }

  /** Copies what still lies in the chunk, because the chunk will go away. */
  void retain() {
    byte[] chunk = slice;
    if (chunk != null) {
      data.append(chunk, sliceFrom, sliceTo);
      slice = null;
    }
  }

  /** How many bytes are kept. */
  int held() {
    return data.size();
  }

  /** Drops the incomplete event, its id included. */
  void clear() {
    reset();
    idBuffer.set(lastId);
    ownId = false;
  }

  String lastEventId() {
    return lastId.toString();
  }

  void lastEventId(String id) {
    lastId.set(id);
    idBuffer.set(id);
  }

  private void data(byte[] bytes, int value, int to) {
    if (dataLines++ == 0) {
      ParserLimits.check("event", mostEvent, to - value);
      slice = bytes;
      sliceFrom = value;
      sliceTo = to;
      return;
    }
    retain();
    ParserLimits.check("event", mostEvent, data.size() + 1L + (to - value));
    data.append(LineEnds.LF, bytes, value, to);
  }

  private void type(byte[] bytes, int value, int to) {
    if (value != NOT_THIS_FIELD) {
      type = types.text(bytes, value, to);
    }
  }

  // An id with U+0000 is ignored; the earlier id survives.
  private void id(byte[] bytes, int value, int to) {
    if (value != NOT_THIS_FIELD && idBuffer.read(bytes, value, to, utf8)) {
      ownId = true;
    }
  }

  // Only ASCII digits set the reconnection time, and they do so without waiting for the block's
  // end.
  private void retry(byte[] bytes, int value, int to) {
    if (value == NOT_THIS_FIELD || value == to) {
      return;
    }
    long millis = 0;
    for (int i = value; i < to; i++) {
      int digit = bytes[i] - '0';
      if (digit < 0 || digit > 9) {
        return;
      }
      millis = millis > (Long.MAX_VALUE - 9) / 10 ? Long.MAX_VALUE : millis * 10 + digit;
    }
    listener.onRetry(Duration.ofMillis(millis));
  }

  private void comment(byte[] bytes, int from, int to) {
    if (listener.hearsComments()) {
      int start = from < to && bytes[from] == ' ' ? from + 1 : from;
      listener.onComment(utf8.text(bytes, start, to));
    }
  }

  // The id counts even when there is no data; type and data do not outlive the block.
  private void dispatch() {
    boolean own = ownId;
    if (own) {
      lastId.set(idBuffer);
      ownId = false;
    }
    if (dataLines == 0) {
      type = "";
      if (own) {
        listener.onLastEventId(lastId.toString());
      }
      return;
    }
    String eventType = type.isEmpty() ? ReceivedEvent.MESSAGE : type;
    ReceivedEvent event = new ReceivedEvent(eventType, text(), lastId, own);
    reset();
    listener.onEvent(event);
  }

  private String text() {
    byte[] chunk = slice;
    return chunk == null
        ? utf8.text(data.array(), 0, data.size())
        : utf8.text(chunk, sliceFrom, sliceTo);
  }

  private void reset() {
    slice = null;
    data.clear();
    dataLines = 0;
    type = "";
  }

  // Four bytes are compared as one number: this is done for each line.
  private static int dataValue(byte[] bytes, int from, int to) {
    return to - from >= 4 && (int) FOUR.get(bytes, from) == DATA_START
        ? value(bytes, from + 4, to)
        : NOT_THIS_FIELD;
  }

  private static int eventValue(byte[] bytes, int from, int to) {
    return to - from >= 5 && (int) FOUR.get(bytes, from) == EVENT_START && bytes[from + 4] == 't'
        ? value(bytes, from + 5, to)
        : NOT_THIS_FIELD;
  }

  private static int idValue(byte[] bytes, int from, int to) {
    return to - from >= 2 && bytes[from + 1] == 'd' ? value(bytes, from + 2, to) : NOT_THIS_FIELD;
  }

  private static int retryValue(byte[] bytes, int from, int to) {
    return to - from >= 5 && (int) FOUR.get(bytes, from) == RETRY_START && bytes[from + 4] == 'y'
        ? value(bytes, from + 5, to)
        : NOT_THIS_FIELD;
  }

  /** Where the value of a field starts, without one leading space; the end if there is no colon. */
  private static int value(byte[] bytes, int colon, int to) {
    if (colon == to) {
      return to;
    }
    if (bytes[colon] != ':') {
      return NOT_THIS_FIELD;
    }
    return colon + 1 < to && bytes[colon + 1] == ' ' ? colon + 2 : colon + 1;
  }

  private static boolean mayBe(byte[] name, byte[] bytes, int from, int to) {
    int known = Math.min(name.length, to - from);
    return Arrays.equals(name, 0, known, bytes, from, from + known)
        && (known == to - from || bytes[from + known] == ':');
  }

  private static byte[] ascii(String name) {
    return name.getBytes(StandardCharsets.US_ASCII);
  }
}
