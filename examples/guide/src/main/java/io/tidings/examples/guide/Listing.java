package io.tidings.examples.guide;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.TopicHandle;

/** The end of a listing: a topic that will never have another event. */
final class Listing {

  private final MarketsPublisher markets;

  Listing(Hub hub) {
    this.markets = new MarketsPublisher(hub);
  }

  boolean watched(String symbol) {
    return markets.topic(new MarketsTopic.Prices(symbol)).subscriberCount() > 0;
  }

  // tag::complete[]
  void delist(String symbol) {
    TopicHandle prices = markets.topic(new MarketsTopic.Prices(symbol));
    markets.halted(symbol, new Halt("delisted"));
    prices.complete();
  }
  // end::complete[]
}
