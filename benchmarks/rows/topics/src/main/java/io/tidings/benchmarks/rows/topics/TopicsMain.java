package io.tidings.benchmarks.rows.topics;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.harness.OneAnswer;
import io.tidings.benchmarks.harness.ProcessFigures;
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

  private TopicsMain() {}

  /** Measures and ends. */
  public static void main(String[] arguments) {
    OneAnswer.give(
        () -> measured(arguments[0].equals("one-reader"), Integer.parseInt(arguments[1])));
  }

  private static Message measured(boolean isRead, int topics) {
    long nanos = isRead ? 0 : nanosOfOnePublish();
    return Message.of("measured").with("heap", bytes(topics, isRead) / topics).with("nanos", nanos);
  }

  private static long bytes(int topics, boolean isRead) {
    made(FEW, isRead); // so that classes and what is made once are there
    long before = ProcessFigures.heapAfterCollection();
    Rooms rooms = made(topics, isRead);
    try {
      return ProcessFigures.heapAfterCollection() - before;
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
}
