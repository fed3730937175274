package io.tidings.sse.hub;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/** What a hub has done since it began, counted where it happens. Safe for any thread. */
final class HubCounters {

  final LongAdder published = new LongAdder();
  final LongAdder delivered = new LongAdder();
  final LongAdder dropped = new LongAdder();
  final LongAdder bytesSent = new LongAdder();
  private final ConcurrentHashMap<String, LongAdder> gaps = new ConcurrentHashMap<>();
  private final Map<CloseReason, LongAdder> disconnects = new EnumMap<>(CloseReason.class);
  private final CopyOnWriteArrayList<LongConsumer> latencies = new CopyOnWriteArrayList<>();

  HubCounters() {
    for (CloseReason reason : CloseReason.values()) {
      disconnects.put(reason, new LongAdder());
    }
  }

  void gap(String reason) {
    gaps.computeIfAbsent(reason, fresh -> new LongAdder()).increment();
  }

  void disconnected(CloseReason reason) {
    LongAdder counter = disconnects.get(reason);
    if (counter != null) {
      counter.increment();
    }
  }

  /** Who wants to know how long events were on their way. */
  List<LongConsumer> latencies() {
    return latencies;
  }

  Map<String, Long> gaps() {
    Map<String, Long> sums = new TreeMap<>();
    gaps.forEach((reason, count) -> sums.put(reason, count.sum()));
    return sums;
  }

  Map<CloseReason, Long> disconnects() {
    Map<CloseReason, Long> sums = new EnumMap<>(CloseReason.class);
    disconnects.forEach((reason, count) -> sums.put(reason, count.sum()));
    return sums;
  }
}
