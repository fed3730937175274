package bad;

import io.tidings.sse.annotations.*;

@SseStream("/markets")
interface StreamPathShadowed {
  @Topic("prices/{symbol}")
  void price(String symbol, String text);
}

@SseStream("/markets/prices") // [SseStreamPathShadowed]
interface Below {
  @Topic("all")
  void all(String text);
}

@SseStream("/markets/news")
interface Beside {
  @Topic("all")
  void all(String text);
}
