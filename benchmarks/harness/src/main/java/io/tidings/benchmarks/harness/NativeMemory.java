package io.tidings.benchmarks.harness;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.management.JMException;
import javax.management.ObjectName;

/**
 * Memory outside the heap that grows with readers: buffers, thread stacks, the JVM's own tables.
 */
final class NativeMemory {

  private static final List<String> CATEGORIES =
      List.of("Other", "Thread", "Internal", "Synchronization", "Object Monitors");
  private static final Pattern LINE =
      Pattern.compile("-\\s+(.+?) \\(reserved=\\d+KB, committed=(\\d+)KB");

  private NativeMemory() {}

  /** Committed bytes; -1 unless the JVM was started with -XX:NativeMemoryTracking=summary. */
  static long committed() {
    try {
      Object text =
          ManagementFactory.getPlatformMBeanServer()
              .invoke(
                  new ObjectName("com.sun.management:type=DiagnosticCommand"),
                  "vmNativeMemory",
                  new Object[] {new String[] {"summary"}},
                  new String[] {String[].class.getName()});
      return sum(text.toString());
    } catch (JMException unknown) {
      return -1;
    }
  }

  /** Adds up the categories that count in the JVM's report. */
  static long sum(String report) {
    Matcher lines = LINE.matcher(report);
    long kilobytes = -1;
    while (lines.find()) {
      if (CATEGORIES.contains(lines.group(1))) {
        kilobytes = Math.max(kilobytes, 0) + Long.parseLong(lines.group(2));
      }
    }
    return kilobytes < 0 ? -1 : kilobytes * 1_024;
  }
}
