package io.tidings.sse.hub;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import jdk.jfr.Timespan;

/** Events of Java's flight recorder; loaded only where its module is there. */
@SuppressWarnings("UnusedVariable") // the recorder reads the fields
final class FlightRecorderNotes extends FlightNotes {

  /** What all events say. */
  @Category({"Tidings", "Server-sent events"})
  @StackTrace(false)
  private abstract static class Note extends Event {
    @Label("Client id")
    String client = "";

    @Label("Stream")
    String stream = "";

    final void about(Connection connection) {
      client = connection.clientId();
      stream = connection.stream();
    }
  }

  @Name("io.tidings.sse.Connect")
  @Label("Connect")
  private static final class Connect extends Note {
    @Label("Topics")
    int topics;
  }

  @Name("io.tidings.sse.Disconnect")
  @Label("Disconnect")
  private static final class Disconnect extends Note {
    @Label("Reason")
    String reason = "";

    @Label("Events sent")
    long events;

    @Label("Bytes sent")
    @DataAmount
    long bytes;
  }

  @Name("io.tidings.sse.Gap")
  @Label("Gap")
  private static final class Lost extends Note {
    @Label("Topic")
    String topic = "";

    @Label("Reason")
    String reason = "";
  }

  @Name("io.tidings.sse.SlowDrain")
  @Label("Slow drain")
  private static final class SlowDrain extends Note {
    @Label("Write took")
    @Timespan
    long took;

    @Label("Lag in events")
    long lag;
  }

  @Override
  void connected(Connection connection) {
    Connect note = new Connect();
    if (note.shouldCommit()) {
      note.about(connection);
      note.topics = connection.topics().size();
      note.commit();
    }
  }

  @Override
  void disconnected(Connection connection, CloseReason reason) {
    Disconnect note = new Disconnect();
    if (note.shouldCommit()) {
      note.about(connection);
      note.reason = reason.name();
      note.events = connection.eventsSent();
      note.bytes = connection.bytesSent();
      note.commit();
    }
  }

  @Override
  void gap(Connection connection, Gap gap) {
    Lost note = new Lost();
    if (note.shouldCommit()) {
      note.about(connection);
      note.topic = gap.topic();
      note.reason = gap.reason();
      note.commit();
    }
  }

  @Override
  void slowDrain(Connection connection, long nanos) {
    SlowDrain note = new SlowDrain();
    if (note.shouldCommit()) {
      note.about(connection);
      note.took = nanos;
      note.lag = connection.lag();
      note.commit();
    }
  }
}
