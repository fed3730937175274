package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamPublisher;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Publishes until it is killed, and notes in a file that outlives it how many calls of each thread
 * have begun and how many have returned.
 */
final class KilledMain {

  static final int PUBLISHERS = 8;

  private KilledMain() {}

  /** Where the notes of a publisher stand: begun, and returned. */
  static int begun(int publisher) {
    return publisher * 128;
  }

  static int returned(int publisher) {
    return publisher * 128 + 64;
  }

  static MappedByteBuffer notes(Path folder) throws Exception {
    try (FileChannel channel =
        FileChannel.open(
            folder.resolve("notes"),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE)) {
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, PUBLISHERS * 128L);
    }
  }

  /** Arguments: the folder of the history, and its durability unless it is the usual one. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    MappedByteBuffer notes = notes(folder);
    SqliteHistoryBuilder history = SqliteHistory.builder(folder.resolve("events.db"));
    if (arguments.length > 1) {
      history.durability(Durability.valueOf(arguments[1]));
    }
    Hub hub = Hub.builder().history(history.open()).build();
    StreamPublisher publisher = hub.publisher(Stamped.stream(10_000_000));
    for (int i = 0; i < PUBLISHERS; i++) {
      int number = i;
      new Thread(() -> publish(publisher, number, notes)).start();
    }
  }

  private static void publish(StreamPublisher into, int publisher, MappedByteBuffer notes) {
    for (int n = notes.getInt(begun(publisher)); true; n++) {
      notes.putInt(begun(publisher), n + 1);
      Stamped.publish(into, publisher, n);
      notes.putInt(returned(publisher), n + 1);
    }
  }
}
