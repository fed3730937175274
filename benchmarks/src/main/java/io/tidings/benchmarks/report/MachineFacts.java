package io.tidings.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;

/** What a figure depends on and a reader may know: the machine without its name. */
public final class MachineFacts {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final Path MEMORY = Path.of("/proc/meminfo");

  private MachineFacts() {}

  /** The facts of this machine. */
  public static Figures here() {
    return Figures.of("machine", "here")
        .put("date", LocalDate.now(ZoneOffset.UTC))
        .put("cores", Runtime.getRuntime().availableProcessors())
        .put("processor", line(PROCESSORS, "model name"))
        .put("memory", line(MEMORY, "MemTotal"))
        .put("kernel", System.getProperty("os.name") + " " + kernelVersion())
        .put("architecture", System.getProperty("os.arch"))
        .put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
  }

  // What follows the version says who built the kernel, which is nobody's business.
  private static String kernelVersion() {
    return System.getProperty("os.version").replaceFirst("-.*", "");
  }

  private static String line(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst()
          .orElse("unknown");
    } catch (IOException unknown) {
      return "unknown";
    }
  }
}
