package io.tidings.examples.guide;

import io.tidings.sse.client.Gap;
import io.tidings.sse.client.StreamObserver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

// tag::board[]
/** The newest price of each symbol. Called by the stream's thread, read by any. */
final class PriceBoard implements Markets, StreamObserver {

  private final Map<String, Price> prices = new ConcurrentHashMap<>();

  @Override
  public void price(String symbol, Price price) {
    prices.put(symbol, price);
  }

  @Override
  public void halted(String symbol, Halt halt) {
    prices.remove(symbol);
  }

  @Override
  public void onGap(Gap gap) {
    prices.clear(); // what follows is what is known
  }

  Map<String, Price> prices() {
    return Map.copyOf(prices);
  }
}
// end::board[]
