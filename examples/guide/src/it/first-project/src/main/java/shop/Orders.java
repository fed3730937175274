package shop;

import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** What happens to an order. */
@SseStream("/orders")
public interface Orders {

  /** The order left the warehouse. */
  @Topic("{number}/progress")
  void shipped(long number, Parcel parcel);

  /** What left. */
  record Parcel(String carrier, String trackingCode) {}
}
