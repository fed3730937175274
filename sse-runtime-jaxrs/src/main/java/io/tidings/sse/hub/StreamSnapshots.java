package io.tidings.sse.hub;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The snapshots that newcomers of one stream wait for: for each topic one call at a time, and one
 * more for those who have come too late for it.
 */
final class StreamSnapshots {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HubStream stream;

  // Used only under the stream's lock.
  private final Map<String, Flight> underWay = new HashMap<>();

  StreamSnapshots(HubStream stream) {
    this.stream = stream;
  }

  /**
   * The position from which a newcomer reads on after the snapshots of these topics: the newest
   * that is not after any call that it can share. Not before what it has seen of other topics, or
   * it would come back with an id older than its own; under the stream's lock.
   */
  long position(List<HubTopic> topics, long seen) {
    long position = stream.head();
    for (HubTopic topic : topics) {
      Flight flight = underWay.get(topic.path);
      if (flight != null
          && !flight.stuck
          && flight.position >= seen
          && topic.lastSequence() > flight.position) {
        position = Math.min(position, flight.position);
      }
    }
    for (HubTopic topic : topics) {
      if (topic.log.trimmedThrough() > position) {
        return stream.head();
      }
    }
    return position;
  }

  /** The call that a newcomer with this position waits for; under the stream's lock. */
  Flight join(HubTopic topic, EventDefinition<?> event, SourceUse<?, ?> use, long position) {
    Flight flight = underWay.get(topic.path);
    if (flight == null) {
      flight = new Flight(new Question(stream, topic.path, event, use), stream.head());
      underWay.put(topic.path, flight);
      return flight;
    }
    // Without an event in between, the source says what it would have said at this position.
    if (flight.stuck || flight.position >= position || topic.lastSequence() <= flight.position) {
      return flight;
    }
    Flight next = flight.next;
    if (next == null) {
      next = Flight.after(flight, stream.head());
      flight.next = next;
    }
    return next;
  }

  /** Has the source asked, unless it is already or its turn has not come. */
  void begin(Flight flight) {
    if (flight.start()) {
      stream.context().calls().start(flight.question.call(PATIENCE, new Passenger(flight)));
    }
  }

  /** Nobody waits any longer; who comes before the source has returned does not wait at all. */
  private void giveUp(Flight flight) {
    @Nullable Flight next =
        stream.locked(
            () -> {
              Flight waiting = flight.next;
              flight.stuck = true;
              flight.next = null;
              return waiting;
            });
    flight.land(Optional.empty());
    if (next != null) {
      next.land(Optional.empty());
    }
  }

  private void returned(Flight flight) {
    @Nullable Flight next =
        stream.locked(
            () -> {
              Flight waiting = flight.next;
              flight.next = null; // it has its turn, whoever gives this flight up meanwhile
              if (waiting == null) {
                underWay.remove(flight.question.topic());
              } else {
                waiting.promote(stream.head());
                underWay.put(flight.question.topic(), waiting);
              }
              return waiting;
            });
    if (next != null) {
      begin(next);
    }
  }

  /** Brings one call's answer home. */
  private final class Passenger implements SourceCall.Asker {

    private final Flight flight;

    // Written and read by the call's thread.
    private Optional<Answer> answer = Optional.empty();

    Passenger(Flight flight) {
      this.flight = flight;
    }

    @Override
    public void answered(@Nullable Answer said) {
      answer = Optional.ofNullable(said);
    }

    @Override
    public void failed(Throwable failure) {
      flight.question.failed(failure);
    }

    @Override
    public void overdue(Duration patience) {
      flight.question.overdue(patience);
      giveUp(flight);
    }

    @Override
    public void returned() {
      StreamSnapshots.this.returned(flight); // first: who comes now must not join it
      flight.land(answer);
    }
  }
}
