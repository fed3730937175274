package io.tidings.benchmarks.rows.processor;

import io.tidings.benchmarks.harness.Median;
import io.tidings.benchmarks.harness.Message;
import java.util.ArrayList;
import java.util.List;

/** What the rounds of one number of interfaces have taken. */
final class Times {

  private static final double NANOS_PER_MILLI = 1e6;

  private final List<Long> total = new ArrayList<>();
  private final List<Long> alone = new ArrayList<>();
  private final List<Long> rounds = new ArrayList<>();

  /** One round in nanoseconds: with the processor, without, and with one that has no work. */
  record Round(long total, long alone, long rounds) {}

  void add(Round round) {
    total.add(round.total());
    alone.add(round.alone());
    rounds.add(round.rounds());
  }

  /** A message with the medians more, in milliseconds. */
  Message addTo(Message message, int interfaces) {
    return message
        .with("rounds" + interfaces, total.size())
        .with("total" + interfaces, median(total))
        .with("alone" + interfaces, median(alone))
        .with("ready" + interfaces, median(rounds));
  }

  private static double median(List<Long> nanos) {
    return Median.cost(nanos, Long::doubleValue) / NANOS_PER_MILLI;
  }
}
