package io.tidings.sse.history.sqlite;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The guards that this process holds. A second channel of a file that it has locked must never be
 * closed, because POSIX then takes all of its locks on that file away. Safe for any thread.
 */
final class Guards {

  private static final ReentrantLock LOCK = new ReentrantLock();

  // Used only under the lock.
  private static final Set<Path> HELD = new HashSet<>();

  /** Of files that another class loader's history has locked: kept for the next try. */
  private static final Map<Path, FileChannel> KEPT_OPEN = new HashMap<>();

  private Guards() {}

  /** The only lock on this file, for {@link #release}; null when somebody has one. */
  static @Nullable FileLock hold(Path real) throws IOException {
    LOCK.lock();
    try {
      if (HELD.contains(real)) {
        return null;
      }
      FileLock lock = lock(real);
      if (lock != null) {
        HELD.add(real);
      }
      return lock;
    } finally {
      LOCK.unlock();
    }
  }

  private static @Nullable FileLock lock(Path real) throws IOException {
    FileChannel kept = KEPT_OPEN.remove(real);
    FileChannel channel = kept == null ? open(real) : kept;
    FileLock lock = null;
    try {
      lock = channel.tryLock();
      return lock;
    } catch (OverlappingFileLockException e) {
      KEPT_OPEN.put(real, channel);
      return null;
    } finally {
      if (lock == null && !KEPT_OPEN.containsKey(real)) {
        channel.close();
      }
    }
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(
        path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** Lets go of a lock that {@link #hold} gave. */
  static void release(Path real, FileLock lock) throws IOException {
    LOCK.lock();
    try {
      HELD.remove(real);
      lock.acquiredBy().close();
    } finally {
      LOCK.unlock();
    }
  }
}
