package io.tidings.sse.client.cli;

import io.tidings.sse.client.EndReason;
import io.tidings.sse.client.EventStream;
import java.io.PrintStream;
import java.util.List;

/** One run of the command. */
final class Command {

  private static final int DONE = 0;
  private static final int FAILED = 2;

  private final PrintStream out;
  private final PrintStream err;
  private final boolean colours;

  Command(PrintStream out, PrintStream err, boolean colours) {
    this.out = out;
    this.err = err;
    this.colours = colours;
  }

  /** Prints the stream until it ends and says the exit code. */
  int run(String... args) {
    if (List.of(args).contains("--help")) {
      out.print(Arguments.USAGE);
      return DONE;
    }
    try {
      return print(Arguments.read(args));
    } catch (IllegalArgumentException e) {
      err.println("sse: " + e.getMessage());
      err.println("sse --help tells how it is used");
      return FAILED;
    }
  }

  private int print(Arguments arguments) {
    Patience patience = new Patience();
    EventLine line =
        arguments.json() ? new JsonLine() : colours ? new ColourLine() : new PlainLine();
    Printer printer = new Printer(out, err, line, patience);
    EventStream stream = arguments.stream().onFailure(patience).build().listen(printer);
    printer.prints(stream);
    EndReason reason = stream.done().toCompletableFuture().join();
    if (reason == EndReason.FAILED) {
      String why = stream.failure().map(Throwable::getMessage).orElse("stream must not fail");
      err.println("sse: " + why);
      return FAILED;
    }
    return DONE;
  }
}
