package io.tidings.sse.history.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** A history's files as a process that is killed leaves them, and copies with damage. */
final class KilledFiles {

  /** The database, what is not yet in it, and the guard. */
  static final int PARTS = 3;

  private static final String[] NAMES = {"events.db", "events.db-wal", "events.db-guard"};

  /** One damage in so many is to the database's first byte: no history can be behind that. */
  private static final int HEADLESS = 10;

  private final Path living;
  private final Path killed;
  private final Path damaged;
  private final Random random;

  KilledFiles(Path folder, long seed) throws IOException {
    this.living = Files.createDirectory(folder.resolve("living"));
    this.killed = Files.createDirectory(folder.resolve("killed"));
    this.damaged = Files.createDirectory(folder.resolve("damaged"));
    this.random = new Random(seed);
  }

  /** Where the history lives that is going to be killed. */
  Path living() {
    return living.resolve(NAMES[0]);
  }

  /** The history is killed now: this is what its files are. */
  void kill() throws IOException {
    copy(living, killed);
  }

  /** Where the history is whose files are damaged. */
  Path damaged() {
    return damaged.resolve(NAMES[0]);
  }

  /** Whether the damaged history was put beside the one that was begun in its place. */
  boolean hasSetAside() throws IOException {
    try (var files = Files.list(damaged)) {
      return files.anyMatch(path -> path.toString().contains(".db.damaged-"));
    }
  }

  /** The damaged history has all that the killed one had but the end of one of its files. */
  void cut(int part) throws IOException {
    copy(killed, damaged);
    byte[] bytes = Files.readAllBytes(damaged.resolve(NAMES[part]));
    int length = random.nextInt(bytes.length);
    Files.write(damaged.resolve(NAMES[part]), Arrays.copyOf(bytes, length));
  }

  /** The damaged history has all that the killed one had, but one byte is another. */
  void flip(int round) throws IOException {
    copy(killed, damaged);
    if (round % HEADLESS == 0) {
      Files.delete(damaged.resolve(NAMES[1])); // or the first page would be read from there
      flip(NAMES[0], 1);
    } else {
      flip(NAMES[round % PARTS], Integer.MAX_VALUE);
    }
  }

  private void flip(String name, int first) throws IOException {
    byte[] bytes = Files.readAllBytes(damaged.resolve(name));
    int place = random.nextInt(Math.min(first, bytes.length));
    bytes[place] ^= (byte) (1 << random.nextInt(8));
    Files.write(damaged.resolve(name), bytes);
  }

  private static void copy(Path from, Path to) throws IOException {
    try (var old = Files.list(to)) {
      for (Path path : old.toList()) {
        Files.delete(path);
      }
    }
    for (String name : NAMES) {
      Files.copy(from.resolve(name), to.resolve(name));
    }
  }
}
