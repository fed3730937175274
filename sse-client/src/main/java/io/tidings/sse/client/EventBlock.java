package io.tidings.sse.client;

import io.tidings.sse.client.EventStreamParser.Listener;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The processing model of the standard: what each line does to the event that is being built. */
final class EventBlock {

  private final Listener listener;
  private final int mostLine;
  private final int mostEvent;
  private final Utf8 utf8 = new Utf8();
  private final TextCache types = new TextCache(utf8);

  private final ByteBuilder data = new ByteBuilder();
  private final DataRun run;
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
    this.run = new DataRun(data, limits);
  }

  /** Takes one line without its end. */
  void line(byte[] bytes, int from, int to) {
    if (from == to) {
      dispatch();
      return;
    }
    ParserLimits.check("line", mostLine, to - from);
    int data = Fields.data(bytes, from, to);
    if (data != Fields.NOT_THIS) {
      data(bytes, data, to); // most lines
      return;
    }
    switch (bytes[from]) {
      case 'e' -> type(bytes, Fields.event(bytes, from, to), to);
      case 'i' -> id(bytes, Fields.id(bytes, from, to), to);
      case 'r' -> retry(bytes, Fields.retry(bytes, from, to), to);
      case ':' -> comment(bytes, from + 1, to);
      default -> {}
    }
  }

  /**
   * Takes lines of data that follow another one.
   *
   * @return where the first line starts that was not taken
   */
  int moreData(byte[] bytes, int from, int to) {
    if (dataLines == 0 || !run.startsAt(bytes, from, to)) {
      return from;
    }
    retain();
    return run.take(bytes, from, to);
  }

  /** Whether a line that starts like this has no effect, however it goes on. */
  boolean ignores(byte[] bytes, int from, int to) {
    return bytes[from] == ':' ? !listener.hearsComments() : !Fields.mayStart(bytes, from, to);
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
    if (value != Fields.NOT_THIS) {
      type = types.text(bytes, value, to);
    }
  }

  // An id with U+0000 is ignored; the earlier id survives.
  private void id(byte[] bytes, int value, int to) {
    if (value != Fields.NOT_THIS && idBuffer.read(bytes, value, to, utf8)) {
      ownId = true;
    }
  }

  // Only ASCII digits set the reconnection time, and they do so without waiting for the block's
  // end.
  private void retry(byte[] bytes, int value, int to) {
    if (value == Fields.NOT_THIS || value == to) {
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
}
