package io.tidings.benchmarks.rows.topics;

import io.tidings.benchmarks.harness.Message;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.ref.Reference;

/**
 * The main class that makes very many topics and prints one line. Its arguments are the row and how
 * many topics there are.
 */
public final class TopicsMain {

  private static final int TOPICS_PER_CONNECTION = 100;
  private static final int FEW = 1_000;
  private static final int WARM_UPS = 200;
  private static final int ROUNDS = 20;
  private static final int COLLECTIONS = 3;

  private TopicsMain() {}

  /** Measures and ends. */
  public static void main(String[] arguments) {
    PrintStream answers = System.out;
    boolean isRead = arguments[0].equals("one-reader");
    int topics = Integer.parseInt(arguments[1]);
    long nanos = isRead ? 0 : nanosOfOnePublish();
    answers.println(
        Message.of("measured").with("heap", bytes(topics, isRead) / topics).with("nanos", nanos));
    Runtime.getRuntime().halt(0);
  }

  private static long bytes(int topics, boolean isRead) {
    made(FEW, isRead); // so that classes and what is made once are there
    long before = heap();
    Rooms rooms = made(topics, isRead);
    try {
      return heap() - before;
    } finally {
      Reference.reachabilityFence(rooms);
    }
  }

  private static Rooms made(int topics, boolean isRead) {
    Rooms rooms = new Rooms(topics);
    if (isRead) {
      rooms.occupy(TOPICS_PER_CONNECTION);
    }
    rooms.publish();
    return rooms;
  }

  private static long nanosOfOnePublish() {
    Rooms rooms = new Rooms(FEW);
    for (int i = 0; i < WARM_UPS; i++) {
      rooms.publish();
    }
    long best = Long.MAX_VALUE;
    for (int i = 0; i < ROUNDS; i++) {
      long began = System.nanoTime();
      for (int j = 0; j < ROUNDS; j++) {
        rooms.publish();
      }
      best = Math.min(best, System.nanoTime() - began);
    }
    return best / ROUNDS / FEW;
  }

  private static long heap() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return used;
  }
}
