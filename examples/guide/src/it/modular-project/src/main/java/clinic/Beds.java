package clinic;

import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** Which beds are free. */
@SseStream("/beds")
public interface Beds {

  /** A bed became free, or was taken. */
  @Topic("wards/{ward}")
  @Replay(onConnect = 1)
  void changed(Ward ward, Bed bed);

  /** Where the beds stand. */
  enum Ward {
    NORTH,
    SOUTH
  }

  /** One bed. */
  record Bed(int number, boolean free) {}
}
