package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.HistoryException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The small file beside a history's: its lock keeps a second process out, and its counter knows how
 * many commits there were, so that a history that has lost some is found out. Used under the
 * history's lock.
 */
final class GuardFile implements AutoCloseable {

  private static final int SIZE = 4096;
  private static final int LINEAGE = 0;
  private static final int COMMITS = 8;
  private static final int SAFE = 16;
  private static final int BOOT = 24;
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

  private final FileChannel channel;
  private final FileLock lock;
  private final MappedByteBuffer bytes;

  private GuardFile(FileChannel channel, FileLock lock, MappedByteBuffer bytes) {
    this.channel = channel;
    this.lock = lock;
    this.bytes = bytes;
  }

  /** The guard of this file, if no other process or history has it. */
  static GuardFile of(Path file) {
    Path path = file.resolveSibling(file.getFileName() + "-guard");
    try {
      FileChannel channel =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = lock(channel);
      if (lock == null) {
        channel.close();
        throw new HistoryException(
            "history file must be used by one process; was in use by another: "
                + file
                + ". Stop that one, or give this one a file of its own",
            null);
      }
      // Written, not only mapped: on a full disk a page without a place would end the process.
      if (channel.size() < SIZE) {
        channel.write(ByteBuffer.allocate(SIZE), 0);
      }
      return new GuardFile(channel, lock, channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE));
    } catch (IOException e) {
      throw new HistoryException(
          "history file must be in a folder that can be written; was " + file, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // by this very process
    }
  }

  /** Whether the history with this lineage may have lost what readers have seen. */
  boolean misses(long lineage, long commits) {
    boolean restored = bytes.getLong(LINEAGE) != lineage || bytes.getLong(COMMITS) > commits;
    boolean powerLost = bytes.getLong(SAFE) == 0 && !boot().equals(readBoot());
    return restored || powerLost;
  }

  /**
   * From now on it guards this history.
   *
   * @param safe whether a loss of power takes nothing from it
   */
  void begin(long lineage, long commits, boolean safe) {
    bytes.putLong(LINEAGE, lineage);
    bytes.putLong(COMMITS, commits);
    bytes.putLong(SAFE, safe ? 1 : 0);
    byte[] boot = boot().getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < 64; i++) {
      bytes.put(BOOT + i, i < boot.length ? boot[i] : 0);
    }
  }

  void committed(long commits) {
    bytes.putLong(COMMITS, commits);
  }

  /** What is in the file is on the disk. */
  void closeCleanly() {
    bytes.putLong(SAFE, 1);
    close();
  }

  private static String boot() {
    try {
      String id = Files.exists(BOOT_ID) ? Files.readString(BOOT_ID).strip() : "";
      return id.substring(0, Math.min(id.length(), 64));
    } catch (IOException e) {
      return "";
    }
  }

  private String readBoot() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < 64 && bytes.get(BOOT + i) != 0; i++) {
      id.append((char) bytes.get(BOOT + i));
    }
    return id.toString();
  }

  @Override
  public void close() {
    try {
      lock.release();
      channel.close();
    } catch (IOException e) {
      // The system lets go of it with the process.
    }
  }
}
