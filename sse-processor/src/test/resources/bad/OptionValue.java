// options: -Asse.component=sprin -Asse.index=off
// nowhere [SseOptionValue]
package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
interface OptionValue {
  @Topic("t")
  void event(String text);
}
