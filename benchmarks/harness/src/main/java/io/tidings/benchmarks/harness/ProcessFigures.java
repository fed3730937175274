package io.tidings.benchmarks.harness;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What this process has used so far: processor time, threads and memory. */
public final class ProcessFigures {

  private static final Path STATUS = Path.of("/proc/self/status");
  private static final int COLLECTIONS = 3;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ProcessFigures() {}

  /** Processor time of all threads since the start, in nanoseconds. */
  static long cpu() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Processor time of the calling thread, in nanoseconds; its own reading is part of it. */
  static long cpuOfThisThread() {
    return THREADS.getCurrentThreadCpuTime();
  }

  /** Time that the compiler has spent since the start, in milliseconds. */
  static long compiled() {
    return ManagementFactory.getCompilationMXBean().getTotalCompilationTime();
  }

  /** How many platform threads live now. */
  static int threads() {
    return THREADS.getThreadCount();
  }

  /** Bytes of the heap in use after a collection. */
  public static long heapAfterCollection() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
      used = Math.min(used, ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed());
    }
    return used;
  }

  /** Resident bytes as the kernel counts them; -1 where it does not say. */
  static long resident() {
    try (Stream<String> lines = Files.lines(STATUS)) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1_024)
          .findFirst()
          .orElse(-1);
    } catch (IOException unknown) {
      return -1;
    }
  }
}
