package io.tidings.examples.vitals;

import java.io.IOException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts the example from a command line. */
public final class Main {

  private Main() {}

  /** Runs until it is told to stop; a wrong word or a taken port is one line and exit code 1. */
  public static void main(String... words) {
    Logger.getLogger("").setLevel(Level.WARNING);
    if (List.of(words).contains("--help")) {
      System.out.println(Options.USAGE);
      return;
    }
    parse(words).ifPresent(Main::run);
  }

  private static Optional<Options> parse(String... words) {
    try {
      return Optional.of(Options.parse(List.of(words), System.getenv()));
    } catch (IllegalArgumentException wrongWord) {
      fail(wrongWord.getMessage() + "; " + Options.USAGE);
      return Optional.empty();
    }
  }

  private static void run(Options options) {
    try {
      VitalsServer server = VitalsServer.start(options);
      Runtime.getRuntime().addShutdownHook(new Thread(server::close, "vitals-stop"));
      System.out.println("Vitals are live at " + server.address() + " (Ctrl-C stops)");
    } catch (UnknownHostException unknown) {
      fail("host must be a name of this machine; was " + options.host());
    } catch (IOException refused) {
      fail(
          "port must be free; was %d on %s (%s); choose another with --port %d or PORT=%d"
              .formatted(
                  options.port(),
                  options.host(),
                  refused.getMessage(),
                  options.otherPort(),
                  options.otherPort()));
    }
  }

  private static void fail(String message) {
    System.err.println("vitals: " + message);
    System.exit(1);
  }
}
