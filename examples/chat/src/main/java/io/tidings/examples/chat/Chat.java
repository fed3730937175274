package io.tidings.examples.chat;

import io.tidings.sse.annotations.Heartbeat;
import io.tidings.sse.annotations.Poll;
import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import java.util.List;

/** Rooms to talk in. */
@SseStream("/chat")
@Heartbeat("2s") // who has gone without a word is missed after two of them
public interface Chat {

  /** Somebody has said something; who enters sees the last things that were said. */
  @Topic("rooms/{room}")
  @Replay(events = 200, age = "1h", onConnect = 20)
  void said(String room, Message message);

  /** Who is in a room, asked only while somebody is. */
  @Topic(value = "rooms/{room}/people", name = "People")
  @Replay(events = 1)
  @Poll(every = "500ms", onlyChanges = true)
  void present(String room, List<String> names);
}
