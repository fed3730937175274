package bad;

import io.tidings.sse.annotations.*;
import io.tidings.sse.hub.*;

@SseStream("/a")
interface Sources {
  @Topic("one")
  @Snapshot
  void one(String text);

  @Topic("one")
  @Snapshot // [SseSnapshotTwice]
  void two(String text);

  @Topic("three")
  @Snapshot // [SseSnapshotOnConnect]
  @Replay(onConnect = 1)
  void three(String text);

  @Topic("four")
  @Poll("1s")
  @Conflate("1s") // [SsePollConflated]
  void four(String text);

  @Topic("filtered")
  @Poll
  @Filter(Everything.class) // [SseSourceFiltered]
  void filtered(String text);

  @Topic("state")
  @Snapshot
  @Filter(Everything.class) // [SseSourceFiltered]
  void state(String text);

  @Topic("five/{id}")
  @Poll
  void five(String id, String text);

  @Topic("six/{id}")
  @Poll(every = "10ms") // [SseDurationRange]
  void five(String id, Integer number); // [SseSourceNameTwice]
}

class Everything implements EventFilter<Object> {
  public boolean accept(Subscription subscription, Object payload) {
    return true;
  }
}
