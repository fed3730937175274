package io.tidings.sse.history;

import io.tidings.sse.hub.History;
import io.tidings.sse.hub.HistoryException;
import io.tidings.sse.hub.ReplayPolicy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A history as simple as one can be: lists, and one lock. It outlives the hub that closes it, as a
 * disk does. Safe for any thread.
 */
public class ListHistory implements History {

  private static final class Lane {
    private final TreeMap<Long, Stored> events = new TreeMap<>();
    private long head;
    private long floor;
    private boolean completed;
  }

  private static final class Line {
    private final Map<String, Lane> lanes = new HashMap<>();
    private final Map<String, Long> keys = new HashMap<>();
    private final Set<String> newestKeys = new LinkedHashSet<>();
    private String epoch = "";
    private long head;
  }

  private final Map<String, Line> lines = new HashMap<>();
  private final ReentrantLock lock = new ReentrantLock();

  /** How many pages were read. */
  public final AtomicInteger pagesRead = new AtomicInteger();

  /** What the next calls throw; null for nothing. */
  public volatile @Nullable String failure;

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      String reason = failure;
      if (reason != null) {
        throw new HistoryException(reason, null);
      }
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isKnown(String stream) {
    return locked(() -> lines.containsKey(stream));
  }

  @Override
  public StreamState open(String stream, Supplier<String> epochs) {
    return locked(
        () -> {
          Line line = lines.computeIfAbsent(stream, fresh -> new Line());
          if (line.epoch.isEmpty()) {
            line.epoch = epochs.get();
          }
          return new StreamState(line.epoch, line.head);
        });
  }

  private Line line(String stream) {
    Line line = lines.get(stream);
    if (line == null) {
      throw new HistoryException("stream must be opened first; was " + stream, null);
    }
    return line;
  }

  private Lane lane(String stream, String topic) {
    Line line = lines.get(stream);
    Lane lane = line == null ? null : line.lanes.get(topic);
    return lane == null ? new Lane() : lane;
  }

  @Override
  public TopicState topic(String stream, String topic) {
    return locked(
        () -> {
          Lane lane = lane(stream, topic);
          return new TopicState(lane.head, lane.floor, lane.completed);
        });
  }

  @Override
  public List<String> topics(String stream) {
    return locked(
        () -> {
          Line line = lines.get(stream);
          return line == null ? List.of() : List.copyOf(line.lanes.keySet());
        });
  }

  @Override
  public List<Position> append(List<Append> batch) {
    return locked(
        () -> {
          batch.forEach(event -> line(event.stream()));
          List<Position> positions = new ArrayList<>();
          batch.forEach(event -> positions.add(append(event)));
          return positions;
        });
  }

  private Position append(Append event) {
    Line line = line(event.stream());
    String key = event.key() == null ? null : event.topic() + '\n' + event.key();
    Long known = key == null ? null : line.keys.get(key);
    if (known != null) {
      return new Position(known, true);
    }
    long sequence = ++line.head;
    if (key != null) {
      line.keys.put(key, sequence);
      line.newestKeys.add(key);
      if (line.newestKeys.size() > KEYS) {
        String oldest = line.newestKeys.iterator().next();
        line.newestKeys.remove(oldest);
        line.keys.remove(oldest);
      }
    }
    if (!event.topic().isEmpty()) {
      keep(line.lanes.computeIfAbsent(event.topic(), fresh -> new Lane()), event, sequence);
    }
    return new Position(sequence, false);
  }

  private void keep(Lane lane, Append event, long sequence) {
    Stored stored =
        new Stored(sequence, lane.head, event.type(), event.audience(), event.data().clone());
    lane.head = sequence;
    lane.completed |= event.last();
    if (event.last() || event.retention().keepsHistory()) {
      lane.events.put(sequence, stored);
    } else {
      lane.floor = sequence;
    }
    trim(lane, event.retention());
  }

  private static void trim(Lane lane, ReplayPolicy retention) {
    int last = lane.completed ? 1 : 0;
    long bytes = lane.events.values().stream().mapToLong(one -> one.data().length).sum();
    while (lane.events.size() > last
        && (lane.events.size() - last > retention.events() || bytes > retention.bytes())) {
      Stored oldest = lane.events.pollFirstEntry().getValue();
      bytes -= oldest.data().length;
      lane.floor = oldest.sequence();
    }
  }

  @Override
  public Page page(String stream, String topic, long after, int maxEvents, long maxBytes) {
    pagesRead.incrementAndGet();
    return locked(
        () -> {
          Lane lane = lane(stream, topic);
          List<Stored> events = new ArrayList<>();
          long bytes = 0;
          for (Stored one : lane.events.tailMap(after, false).values()) {
            bytes += one.data().length;
            if (events.size() == maxEvents || (!events.isEmpty() && bytes > maxBytes)) {
              return new Page(events, lane.head, lane.floor, false);
            }
            events.add(one);
          }
          return new Page(events, lane.head, lane.floor, true);
        });
  }

  @Override
  public long before(
      String stream, String topic, int events, long bytes, @Nullable String audience) {
    return locked(
        () -> {
          int count = 0;
          long size = 0;
          for (Stored one : lane(stream, topic).events.descendingMap().values()) {
            if (one.audience() == null || one.audience().equals(audience)) {
              count++;
              size += one.data().length;
              if (count > events || size > bytes) {
                return one.sequence();
              }
            }
          }
          return 0L;
        });
  }

  /** What was stored stays. */
  @Override
  public void close() {}
}
