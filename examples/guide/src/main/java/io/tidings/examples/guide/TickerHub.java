package io.tidings.examples.guide;

import io.tidings.sse.hub.Hub;

/** A hub that knows how much it may carry. */
final class TickerHub {

  private TickerHub() {}

  static Hub hub() {
    // tag::node[]
    Hub hub = Hub.builder().topics(50_000).build();
    // end::node[]
    return hub;
  }

  static Hub hubWithSeats() {
    // tag::seats[]
    Hub hub = Hub.builder().connections(20_000).connectionsPerPrincipal(10).build();
    // end::seats[]
    return hub;
  }
}
