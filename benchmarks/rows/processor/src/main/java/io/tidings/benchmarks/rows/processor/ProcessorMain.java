package io.tidings.benchmarks.rows.processor;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.harness.OneAnswer;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The main class that compiles samples and prints one line. Its arguments are how many interfaces,
 * parted by commas, the milliseconds that all rounds but the first must fit into, and the most
 * rounds.
 */
public final class ProcessorMain {

  private static final int WARM_UP = 100;

  private ProcessorMain() {}

  /** Measures and ends. */
  public static void main(String[] arguments) {
    OneAnswer.give(() -> measured(arguments));
  }

  private static Message measured(String[] arguments) throws IOException {
    List<Integer> sizes = Arrays.stream(arguments[0].split(",", -1)).map(Integer::valueOf).toList();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(Long.parseLong(arguments[1]));
    try (Workplace workplace = Workplace.create()) {
      return measure(workplace, sizes, end, Integer.parseInt(arguments[2]));
    }
  }

  private static Message measure(Workplace workplace, List<Integer> sizes, long end, int rounds) {
    for (int i = 0; i < 3; i++) {
      workplace.compile(WARM_UP);
    }
    Map<Integer, Times> times = new LinkedHashMap<>();
    sizes.forEach(size -> times.put(size, new Times()));
    long took = 0;
    for (int round = 0; round == 0 || fits(round, rounds, end, took); round++) {
      long began = System.nanoTime();
      times.forEach((size, of) -> of.add(workplace.compile(size)));
      took = System.nanoTime() - began;
    }
    Message answer = Message.of("measured");
    for (Map.Entry<Integer, Times> one : times.entrySet()) {
      answer = one.getValue().addTo(answer, one.getKey());
    }
    return answer;
  }

  /** Whether there is time for another round, if it takes as long as the last. */
  private static boolean fits(int round, int rounds, long end, long took) {
    return round < rounds && System.nanoTime() + took <= end;
  }
}
