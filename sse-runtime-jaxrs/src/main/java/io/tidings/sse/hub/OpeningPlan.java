package io.tidings.sse.hub;

import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.CursorView;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a client is to get instead of what it has not seen. Lives for one call, under the
 * stream's lock.
 *
 * @param fresh the client's readers that have no usable cursor
 */
record OpeningPlan(HubStream stream, CursorView view, List<TopicReader> fresh) {

  Opening opening() {
    List<TopicReader> open = fresh.stream().filter(one -> !one.topic.isCompleted()).toList();
    long position =
        stream
            .snapshots()
            .position(
                open.stream()
                    .map(reader -> reader.topic)
                    .filter(topic -> topic.definition.snapshot().isPresent())
                    .toList());
    List<Opening.Awaited> awaited = new ArrayList<>();
    List<Opening.State> known = new ArrayList<>();
    for (TopicReader reader : open) {
      Optional<EventDefinition<?>> snapshot = reader.topic.definition.snapshot();
      Cursor cursor = reader.cursor;
      if (snapshot.isPresent()) {
        cursor = reader.topic.log.after(position, view);
        awaited.add(awaited(reader, snapshot.get(), position, cursor));
      }
      known.addAll(polled(reader.topic.path, snapshot, cursor));
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
    return new Opening.Awaited(reader, flight, ahead);
  }

  /** What polls have brought last, unless the client is to see it anyway. */
  private List<Opening.State> polled(
      String topic, Optional<EventDefinition<?>> snapshot, Cursor cursor) {
    List<Opening.State> states = new ArrayList<>();
    for (Poller poller : stream.polls().of(topic)) {
      Poller.Polled newest = poller.newest();
      if (newest != null
          && cursor.sequence() > newest.sequence()
          && snapshot.filter(event -> event == newest.answer().event).isEmpty()) {
        states.add(new Opening.State(topic, newest.answer()));
      }
    }
    return states;
  }
}
