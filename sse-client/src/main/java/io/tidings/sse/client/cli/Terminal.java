package io.tidings.sse.client.cli;

import java.io.Console;

/** Tells a terminal from a pipe. */
final class Terminal {

  private Terminal() {}

  // From 22 on there is a console without a terminal, too, and it knows.
  @SuppressWarnings("SystemConsoleNull")
  static boolean isThere() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
