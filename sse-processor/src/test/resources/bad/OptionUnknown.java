// options: -Asse.servr=on -Asse.server=off
// nowhere [SseOptionUnknown]
package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
interface OptionUnknown {
  @Topic("t")
  void event(String text);
}
