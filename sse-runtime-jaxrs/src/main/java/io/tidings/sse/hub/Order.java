package io.tidings.sse.hub;

import io.tidings.sse.wire.Frame;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Gives events their places in the order of one stream, and lets readers see them. Safe for any
 * thread; a call that returns has stored its event.
 */
interface Order {

  /** The topic has changed meanwhile: nothing was stored. */
  long NOT_STORED = -1;

  /** The event had been stored before, with the same key. */
  long REPEATED = -2;

  /** The event is held back: it gets its place later, unless another one replaces it. */
  long HELD = -3;

  /**
   * Whom an event reaches and how it is told from its own repetition.
   *
   * @param audience the one principal that may read it; null for everyone
   * @param key what its repetition would have too; null for none
   */
  record Label(@Nullable String audience, @Nullable String key) {

    static final Label NONE = new Label(null, null);
  }

  /** Whether an event of this topic must be encoded. */
  boolean needsFrame(HubTopic topic);

  /** Stores an event; the frame is null when the topic did not need one. */
  long store(HubTopic topic, @Nullable Frame frame, Label label);

  /** Stores an event, or holds it back while one like it has not been out for as long as this. */
  long storeInTime(HubTopic topic, Frame frame, Label label, Duration interval);

  /**
   * Stores the event that a window has held back; under the stream's lock.
   *
   * @return its place; empty when it gets it later
   */
  Optional<Conflation.Stored> release(Window window, Frame frame);

  /** Gives an event to these readers alone, without storing it. */
  void direct(HubTopic topic, Frame frame, List<Subscription> readers);

  /** Stores the last event of a topic unless it has one, and says whose readers have news. */
  HubTopic complete(HubTopic topic, Frame frame);
}
