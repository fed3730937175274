package io.tidings.sse.hub;

import io.tidings.sse.event.EventId;
import io.tidings.sse.log.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The present state of topics, which a client without a usable cursor gets instead of what it has
 * not seen. Made under the stream's lock, then used by the reading thread.
 */
final class Opening {

  /**
   * A topic whose snapshot is awaited: if it comes, its reader goes on from ahead, otherwise it
   * gets what polls have brought.
   */
  record Awaited(TopicReader reader, Flight flight, Cursor ahead, @Nullable State otherwise) {}

  /** What a topic's source says. */
  record State(String topic, Answer answer) {}

  /** The position from which on the client reads the log. */
  final long position;

  private final List<Awaited> awaited;
  private final List<State> states;

  Opening(long position, List<Awaited> awaited, List<State> known) {
    this.position = position;
    this.awaited = awaited;
    this.states = new ArrayList<>(known);
  }

  /** Has what is awaited asked for, and runs the action after each answer. Outside the lock. */
  void begin(StreamSnapshots snapshots, Runnable action) {
    for (Awaited one : awaited) {
      one.flight().whenLanded(action);
      snapshots.begin(one.flight());
    }
  }

  boolean isComplete() {
    for (Awaited one : awaited) {
      if (!one.flight().hasLanded()) {
        return false;
      }
    }
    return true;
  }

  /** Takes what has come; a topic without an answer goes on with what its log has. */
  void settle() {
    for (Awaited one : awaited) {
      Optional<Answer> answer = one.flight().answer();
      if (answer.isPresent()) {
        one.reader().goTo(one.ahead());
        states.add(new State(one.reader().topic.path, answer.get()));
      } else if (one.otherwise() != null) {
        states.add(one.otherwise());
      }
    }
  }

  /** Hands out the states; the last one is the client's new position. */
  void tell(boolean labelled, EventId id, Outlet out) {
    for (int i = 0; i < states.size(); i++) {
      State state = states.get(i);
      @Nullable EventId own = i == states.size() - 1 ? id : null;
      byte[] block = state.answer().block(state.topic(), labelled, own);
      out.add(block, 0, block.length, 1);
    }
  }
}
