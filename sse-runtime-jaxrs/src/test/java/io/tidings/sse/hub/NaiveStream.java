package io.tidings.sse.hub;

import io.tidings.sse.fixture.Block;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a stream must do, said as simply as possible: lists, and a queue for every reader. */
final class NaiveStream {

  /** A reader and all that it has still to be shown. */
  static final class NaiveReader {
    final List<String> topics;
    final boolean labelled;
    final @Nullable String principal;
    final List<Block> expected = new ArrayList<>();
    boolean ended;

    NaiveReader(List<String> topics, boolean labelled, @Nullable String principal) {
      this.topics = topics;
      this.labelled = labelled;
      this.principal = principal;
    }
  }

  /** The event type of what is conflated. */
  static final String QUOTE = "quote";

  final TreeMap<String, NaiveTopic> topics = new TreeMap<>();
  final List<NaiveReader> readers = new ArrayList<>();
  private final List<NaiveWindow> windows = new ArrayList<>();
  private long now;
  private long held;
  private final String epoch;
  private final int keeps;
  long head;
  private long forgottenThrough;

  NaiveStream(String epoch, int keeps) {
    this.epoch = epoch;
    this.keeps = keeps;
  }

  NaiveTopic topic(String path) {
    return topics.computeIfAbsent(path, fresh -> new NaiveTopic(fresh, keeps, forgottenThrough));
  }

  void publish(String path, String type, String data, @Nullable String audience) {
    NaiveTopic topic = topic(path);
    NaiveTopic.Stored event = new NaiveTopic.Stored(++head, type, data, audience);
    topic.add(event);
    for (NaiveReader reader : readers) {
      if (reader.topics.contains(path)) {
        show(reader, topic, event);
      }
    }
  }

  /** Publishes now, or holds until the interval of the event before has passed. */
  void publishInTime(String path, String data, @Nullable String audience, long interval) {
    for (NaiveWindow window : windows) {
      if (window.isOf(path, audience)) {
        window.newest = data;
        window.order = ++held;
        return;
      }
    }
    windows.add(new NaiveWindow(path, audience, now + interval));
    publish(path, QUOTE, data, audience);
  }

  /** Lets time pass. */
  void advance(long nanos, long interval) {
    long end = now + nanos;
    while (!windows.isEmpty() && windows.get(0).end <= end) {
      NaiveWindow window = windows.remove(0);
      now = window.end;
      if (window.newest != null) {
        release(window);
        window.end = now + interval;
        windows.add(window);
      }
    }
    now = end;
  }

  private void release(NaiveWindow window) {
    String newest = window.newest;
    window.newest = null;
    if (newest != null) {
      publish(window.topic, QUOTE, newest, window.audience);
    }
  }

  void complete(String path) {
    NaiveTopic topic = topic(path);
    if (!topic.completed) {
      windows.stream()
          .filter(window -> window.topic.equals(path))
          .sorted(Comparator.comparing(window -> window.order))
          .forEach(this::release);
      topic.completed = true;
      publish(path, "sse-end", "{\"topic\":\"" + path + "\"}", null);
      readers.forEach(this::endIfDone);
    }
  }

  /** The reader; null when it has seen everything there will ever be. */
  @Nullable NaiveReader join(
      List<String> paths, @Nullable Long seen, boolean known, String principal) {
    List<NaiveTopic> wanted = paths.stream().map(this::topic).toList();
    boolean valid = known && seen != null && seen <= head;
    if (valid && wanted.stream().allMatch(topic -> topic.completed && topic.lastSequence <= seen)) {
      return null;
    }
    NaiveReader reader = new NaiveReader(paths, paths.size() > 1, principal);
    record Missed(NaiveTopic topic, NaiveTopic.Stored event) {}
    List<Missed> missed = new ArrayList<>();
    for (NaiveTopic topic : wanted) {
      topic.readers++;
      long from = valid ? seen : 0;
      if (seen == null) {
        from = topic.completed ? topic.lastSequence - 1 : head;
      } else if (!valid || topic.trimmedThrough > seen) {
        reader.expected.add(topic.gap(valid ? "trimmed" : "epoch", epoch, principal));
        from = 0;
      }
      topic.after(from).forEach(event -> missed.add(new Missed(topic, event)));
    }
    missed.sort(Comparator.comparing(one -> one.event().sequence()));
    missed.forEach(one -> show(reader, one.topic(), one.event()));
    reader.expected.add(Block.position(epoch + '-' + head));
    readers.add(reader);
    endIfDone(reader);
    return reader;
  }

  private void show(NaiveReader reader, NaiveTopic topic, NaiveTopic.Stored event) {
    if (event.audience() == null || event.audience().equals(reader.principal)) {
      boolean own = event.type().startsWith("sse-") || !reader.labelled;
      String type = own ? event.type() : topic.path + '#' + event.type();
      String id = epoch + '-' + event.sequence();
      reader.expected.add(Block.event(type, id, event.data()));
    }
  }

  private void endIfDone(NaiveReader reader) {
    reader.ended |= reader.topics.stream().allMatch(path -> topic(path).completed);
  }

  void leave(NaiveReader reader) {
    readers.remove(reader);
    reader.topics.forEach(path -> topic(path).readers--);
  }

  /** Forgets what nobody would miss. */
  void sweep() {
    topics
        .values()
        .removeIf(
            topic -> {
              int kept = topic.completed ? 1 : 0;
              boolean forgettable = topic.readers == 0 && topic.history.size() <= kept;
              if (forgettable) {
                forgottenThrough = Math.max(forgottenThrough, topic.lastSequence);
              }
              return forgettable;
            });
  }
}
