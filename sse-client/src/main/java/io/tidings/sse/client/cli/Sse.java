package io.tidings.sse.client.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The entry of the command {@code sse}. */
public final class Sse {

  private Sse() {}

  /**
   * Prints a stream until it ends.
   *
   * @param args what {@code --help} tells
   */
  public static void main(String[] args) {
    boolean colours = Terminal.isThere() && System.getenv("NO_COLOR") == null;
    PrintStream out = stream(FileDescriptor.out);
    PrintStream err = stream(FileDescriptor.err);
    int code = new Command(out, err, colours).run(args);
    out.flush();
    System.exit(code);
  }

  private static PrintStream stream(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
  }
}
