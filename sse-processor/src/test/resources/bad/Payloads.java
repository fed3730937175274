package bad;

import io.tidings.sse.annotations.*;
import java.util.*;

@SseStream("/a")
interface Payloads {
  @Topic("none/{id}")
  void none(int id); // [SsePayloadMissing]

  @Topic("two")
  void two(
      String text,
      int number); // [SsePayloadTwice]

  @Topic("void")
  void nothing(Void nothing); // [SsePayloadType]

  @Topic("wildcard")
  void wildcard(List<?> list); // [SsePayloadType]

  @Topic("bounded")
  void bounded(Map<String, List<? extends Number>> map); // [SsePayloadType]

  @Topic("raw")
  void raw(@SuppressWarnings("rawtypes") List list); // [SsePayloadType]

  @Topic("open")
  void open(java.io.InputStream[] streams); // [SsePayloadType]

  @Topic("sealed")
  void sealed(Shape<String> shape); // [SseSealedGeneric]

  sealed interface Shape<T> {
    record Round() implements Shape<String> {}
  }
}
