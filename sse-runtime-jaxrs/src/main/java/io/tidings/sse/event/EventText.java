package io.tidings.sse.event;

import org.jspecify.annotations.Nullable;

/** Writes an {@link Event} as the text of one block. */
final class EventText {

  private final StringBuilder text = new StringBuilder();

  private EventText() {}

  static String of(Event event) {
    EventText block = new EventText();
    block.lines(": ", event.comment());
    block.line("event: ", event.type());
    block.line("id: ", event.id());
    event.retryMillis().ifPresent(millis -> block.line("retry: ", Long.toString(millis)));
    block.lines("data: ", event.data());
    return block.text.append('\n').toString();
  }

  private void line(String field, @Nullable String value) {
    if (value != null) {
      text.append(field).append(value).append('\n');
    }
  }

  // An event stream line ends at CRLF, LF or CR; each line of data is a field of its own.
  private void lines(String field, @Nullable String value) {
    if (value == null) {
      return;
    }
    int start = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\n' || c == '\r') {
        text.append(field).append(value, start, i).append('\n');
        i += c == '\r' && i + 1 < value.length() && value.charAt(i + 1) == '\n' ? 1 : 0;
        start = i + 1;
      }
    }
    text.append(field).append(value, start, value.length()).append('\n');
  }
}
