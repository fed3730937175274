package io.tidings.sse.jaxrs;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Finds threads of this process that wait in the middle of a write. For one thread. */
final class StandingWrites {

  /** As many in a row are no chance. */
  private static final int LOOKS = 5;

  /** What a thread is in that does nothing: a park, a monitor, a selector, a socket's poll. */
  private static final Set<String> STANDING = Set.of("park", "wait", "wait0", "poll");

  private final Map<String, Integer> looks = new HashMap<>();

  /** The names of those that have stood in a write at this and some looks before. */
  List<String> look() {
    Set<String> standing = new TreeSet<>();
    Thread.getAllStackTraces()
        .forEach(
            (thread, stack) -> {
              if (isInWrite(stack)) {
                standing.add(thread.getName());
              }
            });
    looks.keySet().retainAll(standing);
    standing.forEach(name -> looks.merge(name, 1, Integer::sum));
    return standing.stream().filter(name -> looks.get(name) >= LOOKS).toList();
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
