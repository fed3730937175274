package io.tidings.sse.hub;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the events of a hub's streams for longer than its process lives; it belongs to one hub.
 *
 * <p>Threads: {@link #append} and {@link #close} are called by one thread at a time. Everything
 * else is called by any thread, several at once, also while an append is under way, and sees all of
 * a batch or nothing. Every method may block: the hub calls none of them on a thread that delivers,
 * and none under a lock. Whatever cannot be done is a {@link HistoryException}.
 */
public interface History extends AutoCloseable {

  /** As many keys of a stream's newest keyed events are remembered, at least. */
  int KEYS = 10_000;

  /**
   * A stream as it was found.
   *
   * @param epoch the name of this history: visible ASCII; another one when the history has lost
   *     events that a reader may have seen
   * @param head the newest sequence that was given; zero for none
   */
  record StreamState(String epoch, long head) {}

  /**
   * A topic as it was found.
   *
   * @param head the sequence of its newest event, kept or not; zero when there is none
   * @param floor the newest sequence at which an event of the topic may be gone
   * @param completed whether its newest event is its last
   */
  record TopicState(long head, long floor, boolean completed) {}

  /**
   * An event on its way in.
   *
   * @param stream the canonical path of its stream
   * @param topic its canonical topic, relative to the stream
   * @param type the event type
   * @param audience the one principal that may read it; null for everyone
   * @param data the payload, which nobody changes
   * @param key within the newest {@link #KEYS} events with a key, a topic has one event of this
   *     key; null for none
   * @param retention how much of the topic is kept; {@link ReplayPolicy#NONE} for an event that
   *     only takes its place in the order
   * @param last whether it ends its topic: it stays, whatever the retention is
   */
  @SuppressWarnings("ArrayRecordComponent") // two are never compared
  record Append(
      String stream,
      String topic,
      String type,
      @Nullable String audience,
      byte[] data,
      @Nullable String key,
      ReplayPolicy retention,
      boolean last) {}

  /**
   * Where an event stands.
   *
   * @param sequence its place in the order of its stream
   * @param repeated whether it had been appended before, with the same key
   */
  record Position(long sequence, boolean repeated) {}

  /**
   * An event that is kept.
   *
   * @param sequence its place in the order of its stream
   * @param prev the sequence of the event before it in its topic, kept or not; zero for none
   * @param type the event type
   * @param audience the one principal that may read it; null for everyone
   * @param data the payload, which nobody changes
   */
  @SuppressWarnings("ArrayRecordComponent") // two are never compared
  record Stored(long sequence, long prev, String type, @Nullable String audience, byte[] data) {}

  /**
   * Some of a topic's events, as they were at one moment.
   *
   * @param events in order, all of one another's neighbours
   * @param head the sequence of the topic's newest event, kept or not
   * @param floor the newest sequence at which an event of the topic may be gone
   * @param complete whether no event of the topic follows
   */
  record Page(List<Stored> events, long head, long floor, boolean complete) {

    /** Copies the events. */
    public Page {
      events = List.copyOf(events);
    }
  }

  /**
   * Whether there is a stream at this path; makes none. The hub asks before it opens one of many,
   * because anybody can name a stream, and only what is stored is to be remembered.
   *
   * @param stream its canonical path
   * @return whether it was opened before, also by a hub before this one
   * @throws HistoryException when it cannot be found out
   */
  boolean isKnown(String stream);

  /**
   * The stream at this path, made if need be.
   *
   * @param stream its canonical path
   * @param epochs texts that were never made before
   * @return its epoch and head
   * @throws HistoryException when it cannot be read or made
   */
  StreamState open(String stream, Supplier<String> epochs);

  /**
   * A topic of a stream; one without events if it or its stream is not known.
   *
   * @param stream the canonical path of the stream
   * @param topic the canonical topic, relative to the stream
   * @return how it stands
   * @throws HistoryException when it cannot be read
   */
  TopicState topic(String stream, String topic);

  /**
   * Every topic of a stream that is known; none if the stream is not.
   *
   * @param stream the canonical path of the stream
   * @return canonical topics, relative to the stream, in any order
   * @throws HistoryException when they cannot be read
   */
  List<String> topics(String stream);

  /**
   * Stores events of streams that were opened: all of them, or none when it throws. Each gets the
   * next sequence of its stream, unless its key is known. What has returned is kept as the history
   * was set up to, and found by every later call.
   *
   * @param batch the events, the oldest first
   * @return the position of each, in the same order
   * @throws HistoryException when nothing was stored
   */
  List<Position> append(List<Append> batch);

  /**
   * The kept events of a topic after a sequence, from the oldest on: at least one if there is any,
   * else no more than these. None of a topic or stream that is not known.
   *
   * @param stream the canonical path of the stream
   * @param topic the canonical topic, relative to the stream
   * @param after the sequence that comes before all of them
   * @param maxEvents the most events
   * @param maxBytes the most bytes of payload
   * @return the events, and how the topic stood at that moment
   * @throws HistoryException when they cannot be read
   */
  Page page(String stream, String topic, long after, int maxEvents, long maxBytes);

  /**
   * The sequence after which a reader finds the newest kept events of a topic that it may see: as
   * many as possible, but no more than these.
   *
   * @param stream the canonical path of the stream
   * @param topic the canonical topic, relative to the stream
   * @param events the most events
   * @param bytes the most bytes of payload
   * @param audience the reader's principal; null for none
   * @return a sequence; everything that the reader is to have comes after it
   * @throws HistoryException when it cannot be found out
   */
  long before(String stream, String topic, int events, long bytes, @Nullable String audience);

  /** Lets go of everything; nothing is called afterwards. */
  @Override
  void close();
}
