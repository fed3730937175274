package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
interface StreamEmpty { // [SseStreamEmpty]
  default void nothing() {}
}
