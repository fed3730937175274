package io.tidings.sse.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Writes down what a parser says, one line a call. */
final class Heard implements EventStreamParser.Listener {

  final List<String> lines = new ArrayList<>();
  private final boolean comments;

  Heard(boolean comments) {
    this.comments = comments;
  }

  /** What a parser makes of a stream that arrives in chunks of one size. */
  static List<String> of(byte[] stream, int chunk) {
    Heard heard = new Heard(false);
    EventStreamParser parser = new EventStreamParser(heard);
    for (int at = 0; at < stream.length; at += chunk) {
      parser.feed(stream, at, Math.min(chunk, stream.length - at));
    }
    return heard.lines;
  }

  static List<String> of(String stream) {
    byte[] bytes = stream.getBytes(StandardCharsets.UTF_8);
    return of(bytes, Math.max(1, bytes.length));
  }

  static String event(String type, String data, String lastEventId) {
    return "event " + type + '|' + data + '|' + lastEventId;
  }

  @Override
  public void onEvent(ReceivedEvent event) {
    lines.add(event(event.type(), event.data(), event.lastEventId()));
  }

  @Override
  public void onLastEventId(String id) {
    lines.add("cursor " + id);
  }

  @Override
  public void onRetry(Duration delay) {
    lines.add("retry " + delay.toMillis());
  }

  @Override
  public void onComment(String comment) {
    lines.add("comment " + comment);
  }

  @Override
  public boolean hearsComments() {
    return comments;
  }
}
