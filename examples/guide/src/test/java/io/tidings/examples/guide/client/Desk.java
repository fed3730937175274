package io.tidings.examples.guide.client;

import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.Snapshot;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What lands on the desk of one office. */
@SseStream("/offices/{office}/desk")
public interface Desk extends Notices<List<Parcel>> {

  @Topic("letters/{reader}")
  void letter(String office, UUID reader, String text);

  @Topic("scans/{shelf}")
  void scan(String office, Shelf shelf, byte[] image);

  @Topic("queues/{number}")
  void waiting(String office, int number, int people);

  @Topic("rooms{?room,floor}")
  void temperature(String office, long floor, String room, double degrees);

  @Topic("rooms{?room,floor}")
  void lit(String office, long floor, String room, boolean on);

  @Topic("signs/{letter}/{bold}/{price}/{code}")
  void sign(
      String office, char letter, boolean bold, BigDecimal price, Code code, Map<String, int[]> at);

  @Topic(value = "moves", event = "parcel-")
  void moved(String office, Move move);

  /** Takes just what could also be meant above. */
  @Topic("shelves")
  void moved(String office, Move.Stored stored);

  @Topic("few")
  @Replay(events = 2)
  @Snapshot
  void few(String office, String... words);

  /** Not an event, but a call of one. */
  default void nobodyWaits(String office) {
    waiting(office, 1, 0);
  }

  /** Where things lie; the names of constants are on the wire. */
  enum Shelf {
    LEFT,
    RIGHT {
      @Override
      public String toString() {
        return "the other one";
      }
    }
  }

  /** Where a parcel went. */
  sealed interface Move {

    /** Onto a shelf. */
    record Stored(Shelf shelf) implements Move {}

    /** Out of the house. */
    record Sent(Parcel parcel, String whereTo) implements Move {}
  }
}
