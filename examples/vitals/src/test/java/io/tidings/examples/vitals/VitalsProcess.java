package io.tidings.examples.vitals;

import io.tidings.sse.testing.ChildJvm;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged example, running as a user would run it. */
record VitalsProcess(ChildJvm jvm, URI address) implements AutoCloseable {

  static final Path JAR = Path.of("target/vitals.jar");
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final Pattern LIVE = Pattern.compile("Vitals are live at (\\S+) .*");

  /** Starts it on this port, 0 for any, and waits until its page can be opened. */
  static VitalsProcess start(int port) {
    return of(ChildJvm.ofJar(JAR, "--port", String.valueOf(port)));
  }

  static VitalsProcess of(ChildJvm jvm) {
    Matcher live = LIVE.matcher(jvm.awaitLine(LIVE.asMatchPredicate(), PATIENCE));
    if (!live.matches()) {
      throw new IllegalStateException("line must name the address; was " + live);
    }
    return new VitalsProcess(jvm, URI.create(live.group(1)));
  }

  int port() {
    return address.getPort();
  }

  /** Ends it as a crash would. */
  void kill() {
    jvm.kill();
  }

  @Override
  public void close() {
    jvm.close();
  }
}
