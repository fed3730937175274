package io.tidings.sse.history.sqlite;

import io.tidings.sse.hub.HistoryException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

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

  private final Path path;
  private final FileLock lock;
  private final MappedByteBuffer bytes;

  private GuardFile(Path path, FileLock lock, MappedByteBuffer bytes) {
    this.path = path;
    this.lock = lock;
    this.bytes = bytes;
  }

  /** The guard of this file, which is no link, if no other process or history has it. */
  static GuardFile of(Path file) {
    Path path = file.resolveSibling(file.getFileName() + "-guard");
    try {
      FileLock lock = Guards.hold(path);
      if (lock == null) {
        throw new HistoryException(
            "history file must be used by one process; was in use by another: "
                + file
                + ". Stop that one, or give this one a file of its own",
            null);
      }
      return new GuardFile(path, lock, map(path, lock));
    } catch (IOException e) {
      throw new HistoryException(
          "history file must be in a folder that can be written; was " + file, e);
    }
  }

  private static MappedByteBuffer map(Path path, FileLock lock) throws IOException {
    try {
      FileChannel channel = (FileChannel) lock.acquiredBy();
      // Written, not only mapped: on a full disk a page without a place would end the process.
      if (channel.size() < SIZE) {
        channel.write(ByteBuffer.allocate(SIZE), 0);
      }
      return channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
    } catch (IOException e) {
      Guards.release(path, lock);
      throw e;
    }
  }

  /** Whether the history with this lineage may have lost what readers have seen. */
  boolean misses(long lineage, long commits) {
    boolean restored = bytes.getLong(LINEAGE) != lineage || bytes.getLong(COMMITS) > commits;
    String boot = Boot.id();
    boolean powerLost = bytes.getLong(SAFE) == 0 && (boot.isEmpty() || !boot.equals(readBoot()));
    return restored || powerLost;
  }

  /**
   * From now on it guards this history; on the disk when it returns, or a loss of power before the
   * system has written it would not be found out.
   *
   * @param safe whether a loss of power takes nothing from it
   */
  void begin(long lineage, long commits, boolean safe) {
    bytes.putLong(LINEAGE, lineage);
    bytes.putLong(COMMITS, commits);
    bytes.putLong(SAFE, safe ? 1 : 0);
    byte[] boot = Boot.id().getBytes(StandardCharsets.US_ASCII);
    for (int i = 0; i < Boot.LENGTH; i++) {
      bytes.put(BOOT + i, i < boot.length ? boot[i] : 0);
    }
    bytes.force();
  }

  void committed(long commits) {
    bytes.putLong(COMMITS, commits);
  }

  /** What is in the file is on the disk. */
  void closeCleanly() {
    bytes.putLong(SAFE, 1);
    bytes.force();
    close();
  }

  private String readBoot() {
    StringBuilder id = new StringBuilder();
    for (int i = 0; i < Boot.LENGTH && bytes.get(BOOT + i) != 0; i++) {
      id.append((char) bytes.get(BOOT + i));
    }
    return id.toString();
  }

  @Override
  public void close() {
    try {
      Guards.release(path, lock);
    } catch (IOException e) {
      // The system lets go of it with the process.
    }
  }
}
