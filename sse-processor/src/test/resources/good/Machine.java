package good;

import io.tidings.sse.annotations.Poll;
import io.tidings.sse.annotations.Snapshot;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import java.util.List;
import java.util.UUID;

/** Payloads that are asked for. */
@SseStream("/machines/{machine}")
public interface Machine {

  /** How busy the machine is. */
  @Topic("load")
  @Poll("2s")
  void load(UUID machine, double load);

  @Topic("disks/{disk}/{letter}{?unit,raw}")
  @Poll(every = "1m", onlyChanges = true)
  @Snapshot
  void disk(UUID machine, Unit unit, int disk, char letter, boolean raw, List<Long> free);

  @Topic("users")
  @Snapshot
  void users(UUID machine, List<String> users);

  @Topic("users")
  void login(UUID machine, String user);

  /** What is counted. */
  enum Unit {
    BYTES
  }
}
