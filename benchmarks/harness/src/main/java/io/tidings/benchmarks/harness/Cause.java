package io.tidings.benchmarks.harness;

import java.util.ArrayList;
import java.util.List;

/** What a failure says, in one line: every cause, and where the last one was thrown. */
final class Cause {

  private static final int MOST = 8;

  private Cause() {}

  static String line(Throwable failure) {
    List<String> all = new ArrayList<>();
    Throwable last = failure;
    for (Throwable one = failure; one != null && all.size() < MOST; one = one.getCause()) {
      all.add(said(one));
      last = one;
    }
    StackTraceElement[] stack = last.getStackTrace();
    String where = stack.length == 0 ? "" : " (at " + stack[0] + ")";
    return String.join("; caused by ", all) + where;
  }

  private static String said(Throwable failure) {
    String message = failure.getMessage();
    String name = failure.getClass().getSimpleName();
    return (message == null ? name : name + ": " + message).replaceAll("\\s+", " ");
  }
}
