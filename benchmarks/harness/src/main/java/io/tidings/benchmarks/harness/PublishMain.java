package io.tidings.benchmarks.harness;

import java.util.ServiceLoader;

/**
 * The main class that measures one {@link PublishRow} of its class path and prints one line. Its
 * arguments are the row, the milliseconds of warm-up and those of measuring.
 */
public final class PublishMain {

  private PublishMain() {}

  /** Measures and ends. */
  public static void main(String[] arguments) {
    OneAnswer.give(
        () -> measured(arguments[0], Long.parseLong(arguments[1]), Long.parseLong(arguments[2])));
  }

  private static Message measured(String name, long warmUp, long millis) throws Exception {
    PublishRow row = row(name);
    row.start();
    PublishLoad load = new PublishLoad(row);
    load.run(warmUp);
    Message answer = load.run(millis);
    row.stop();
    return answer;
  }

  private static PublishRow row(String name) {
    return ServiceLoader.load(PublishRow.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("row must be known; was " + name));
  }
}
