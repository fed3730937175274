package io.tidings.sse.hub;

import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.CursorView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds what a client is to get instead of what it has not seen. Lives for one call, under the
 * stream's lock.
 *
 * @param fresh the client's readers that have no usable cursor
 * @param seen the position of its usable cursor in other topics; zero when it has none
 */
record OpeningPlan(HubStream stream, CursorView view, List<TopicReader> fresh, long seen) {

  Opening opening() {
    List<TopicReader> open = fresh.stream().filter(one -> !one.topic.isCompleted()).toList();
    long position =
        stream
            .snapshots()
            .position(
                open.stream()
                    .map(reader -> reader.topic)
                    .filter(topic -> topic.definition.snapshot().isPresent())
                    .toList(),
                seen);
    List<Opening.Awaited> awaited = new ArrayList<>();
    List<Opening.State> known = new ArrayList<>();
    for (TopicReader reader : open) {
      Optional<EventDefinition<?>> snapshot = reader.topic.definition.snapshot();
      Cursor cursor = reader.cursor;
      if (snapshot.isPresent()) {
        cursor = reader.topic.log.after(position, view);
        awaited.add(awaited(reader, snapshot.get(), position, cursor));
      }
      known.addAll(polled(reader, cursor, event -> !isOf(snapshot, event)));
    }
    return new Opening(position, awaited, known);
  }

  private Opening.Awaited awaited(
      TopicReader reader, EventDefinition<?> event, long position, Cursor ahead) {
    SourceUse<?, ?> use =
        event
            .source()
            .orElseThrow(() -> new IllegalStateException("snapshot must have a source; had none"));
    Flight flight = stream.snapshots().join(reader.topic, event, use, position);
    List<Opening.State> known = polled(reader, reader.cursor, one -> one == event);
    return new Opening.Awaited(reader, flight, ahead, known.isEmpty() ? null : known.get(0));
  }

  private static boolean isOf(Optional<EventDefinition<?>> one, EventDefinition<?> event) {
    return one.filter(known -> known == event).isPresent();
  }

  /** What polls have brought last, unless the client is to see it anyway. */
  private List<Opening.State> polled(
      TopicReader reader, Cursor cursor, Predicate<EventDefinition<?>> events) {
    String topic = reader.topic.path;
    List<Opening.State> states = new ArrayList<>();
    for (Poller poller : stream.polls().of(topic)) {
      Poller.Polled newest = poller.newest();
      if (newest != null
          && cursor.sequence() > newest.sequence()
          && !reader.expects(newest.sequence())
          && events.test(newest.answer().event)) {
        states.add(new Opening.State(topic, newest.answer()));
      }
    }
    return states;
  }
}
