package io.tidings.sse.hub;

import java.time.Duration;

/**
 * Notes what happens to connections for Java's flight recorder; this one notes nothing, for Java
 * without one. Safe for any thread.
 */
class FlightNotes {

  /** A write that took longer than this is worth a note. */
  static final Duration SLOW = Duration.ofMillis(100);

  /** Where the recorder's module is there, what writes to it. */
  static FlightNotes make() {
    return ModuleLayer.boot().findModule("jdk.jfr").isPresent()
        ? new FlightRecorderNotes()
        : new FlightNotes();
  }

  void connected(Connection connection) {}

  void disconnected(Connection connection, CloseReason reason) {}

  void gap(Connection connection, Gap gap) {}

  void slowDrain(Connection connection, long nanos) {}
}
