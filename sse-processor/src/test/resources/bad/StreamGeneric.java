package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
interface StreamGeneric<T> { // [SseStreamGeneric]
  @Topic("t")
  void event(String text);
}
