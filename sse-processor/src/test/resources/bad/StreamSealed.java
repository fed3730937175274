package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
sealed interface StreamSealed permits StreamSealed.Other { // [SseStreamSealed]
  @Topic("t")
  void event(String text);

  non-sealed interface Other extends StreamSealed {}
}
