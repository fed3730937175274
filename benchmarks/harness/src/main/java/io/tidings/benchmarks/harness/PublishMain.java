package io.tidings.benchmarks.harness;

import java.io.PrintStream;
import java.util.ServiceLoader;

/**
 * The main class that measures one {@link PublishRow} of its class path and prints one line. Its
 * arguments are the row, the milliseconds of warm-up and those of measuring.
 */
public final class PublishMain {

  private PublishMain() {}

  /** Measures and ends. */
  public static void main(String[] arguments) {
    PrintStream answers = System.out;
    // Whatever a row prints must not mix with the answer.
    System.setOut(System.err);
    try {
      PublishRow row = row(arguments[0]);
      row.start();
      PublishLoad load = new PublishLoad(row);
      load.run(Long.parseLong(arguments[1]));
      answers.println(load.run(Long.parseLong(arguments[2])));
      row.stop();
    } catch (Exception | LinkageError failure) {
      failure.printStackTrace();
      answers.println(Message.of(Message.FAILED).with("reason", failure));
    } finally {
      // Not every row ends its threads; the process has nothing to lose.
      Runtime.getRuntime().halt(0);
    }
  }

  private static PublishRow row(String name) {
    return ServiceLoader.load(PublishRow.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("row must be known; was " + name));
  }
}
