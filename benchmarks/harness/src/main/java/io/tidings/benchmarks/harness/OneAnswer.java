package io.tidings.benchmarks.harness;

import java.io.PrintStream;

/** The life of a process that does one thing, says one line about it, and ends. */
public final class OneAnswer {

  /** The one thing. */
  public interface Task {

    /** Does it, and returns the answer. */
    Message run() throws Exception;
  }

  private OneAnswer() {}

  /** Gives the answer, or the reason why there is none, and ends the process. */
  public static void give(Task task) {
    PrintStream answers = System.out;
    // Whatever the task prints must not mix with the answer.
    System.setOut(System.err);
    answers.println(of(task));
    answers.flush();
    // Not everything that is measured ends its threads; the process has nothing to lose.
    Runtime.getRuntime().halt(0);
  }

  static Message of(Task task) {
    try {
      return task.run();
    } catch (Exception | Error failure) {
      return Message.failed(failure);
    }
  }
}
