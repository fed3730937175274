package io.tidings.sse.hub;

/**
 * Where a hub notes what it does, for those who watch it.
 *
 * @param counters how much
 * @param flight what, and when
 */
record Sight(HubCounters counters, FlightNotes flight) {

  static Sight make() {
    return new Sight(new HubCounters(), FlightNotes.make());
  }

  void disconnected(Connection connection, CloseReason reason) {
    counters.disconnected(reason);
    flight.disconnected(connection, reason);
  }

  void gap(Connection connection, Gap gap) {
    counters.gap(gap.reason());
    flight.gap(connection, gap);
  }
}
