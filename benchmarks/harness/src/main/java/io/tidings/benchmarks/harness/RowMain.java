package io.tidings.benchmarks.harness;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;

/**
 * The main class of a measured server's process: starts the one {@link RowServer} of its class path
 * and obeys commands line by line. It ends with its input, so it never outlives who started it.
 */
public final class RowMain {

  private RowMain() {}

  /** Runs the row that the class path offers. */
  public static void main(String[] arguments) {
    run(ServiceLoader.load(RowServer.class).findFirst().orElseThrow());
  }

  /** Runs this row until the input ends, then ends the process. */
  public static void run(RowServer server) {
    PrintStream answers = System.out;
    // Whatever a peer prints must not mix with the answers.
    System.setOut(System.err);
    try (Acks acks = new Acks()) {
      answers.println(ready(server, acks));
      new RowSession(server, new Publisher(server, acks)).serve(commands(), answers);
    } catch (Exception | LinkageError failure) {
      answers.println(Message.failed(failure));
    } finally {
      // Not every peer ends its threads; the process has nothing to lose.
      Runtime.getRuntime().halt(0);
    }
  }

  private static Message ready(RowServer server, Acks acks) throws Exception {
    return Message.of("ready")
        .with("port", server.start())
        .with("path", server.path())
        .with("missed", server.missedPath())
        .with("acks", acks.port());
  }

  private static BufferedReader commands() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }
}
