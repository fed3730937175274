package bad;

import io.tidings.sse.annotations.*;

@SseStream("/a")
interface Overlaps {
  @Topic("{k}/live")
  void one(String k, String text);

  @Topic("y/{b}") // [SseTemplatesOverlap]
  void two(String b, String text);

  @Topic("devices{?site}")
  void three(String site, String text);

  @Topic(
      value = "devices{?kind}", // [SseTemplatesOverlap]
      name = "Kinds")
  void four(String kind, String text);

  @Topic("orders/numbers/{id}")
  void five(long id, String text);

  @Topic("orders/numbers/all")
  void six(String text);

  @Topic("orders/{colour}/last")
  void seven(Colour colour, String text);

  @Topic("orders/RED/last") // [SseTemplatesOverlap]
  void eight(String text);

  enum Colour {
    RED
  }
}
