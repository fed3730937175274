package io.tidings.examples.guide.client;

import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import java.util.List;
import java.util.Map;

/** Text of any kind, on its way from one end to the other. */
@SseStream("/mail")
@Replay(events = 200_000, bytes = "256MB")
public interface Mail {

  @Topic("boxes/{box}")
  void plain(String box, String text);

  @Topic("boxes/{box}")
  void parcel(String box, byte[] bytes);

  @Topic("boxes/{box}")
  void letter(String box, Letter letter);

  @Topic("counts")
  void count(long number);

  /** What a codec sees: every kind of value, with text in all of them. */
  record Letter(
      String subject,
      List<String> lines,
      Map<String, String> headers,
      long number,
      double weight,
      boolean read) {}
}
