package io.tidings.sse.jaxrs;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds threads of this process that wait in the middle of a write. For one thread. */
final class StandingWrites {

  /** Whoever is in a write for so long is not only kept from it by others. */
  private static final long LONG = Duration.ofMillis(400).toNanos();

  /** What a thread is in that does nothing: a park, a monitor, a selector, a socket's poll. */
  private static final Set<String> STANDING = Set.of("park", "wait", "wait0", "poll");

  private final Map<String, Long> since = new HashMap<>();

  /** The names of those that have stood in a write at every look for some time. */
  List<String> look() {
    Set<String> standing = new TreeSet<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              if (isInWrite(stack)) {
                standing.add(thread.getName());
              }
            });
    long now = System.nanoTime();
    since.keySet().retainAll(standing);
    standing.forEach(name -> since.putIfAbsent(name, now));
    return standing.stream().filter(name -> now - since.get(name) >= LONG).toList();
  }

  private static boolean isInWrite(StackTraceElement[] stack) {
    return stack.length > 0
        && STANDING.contains(stack[0].getMethodName())
        && Arrays.stream(stack).anyMatch(StandingWrites::writes);
  }

  private static boolean writes(StackTraceElement frame) {
    String method = frame.getMethodName();
    return method.startsWith("write") || method.startsWith("flush") || method.equals("pump");
  }
}
