package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.testing.ChildJvm;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A {@link LoneServer} at one end of a cable, and readers at the other. */
final class Island implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final Cable cable = Cable.lay();
  private final List<Process> readers = new CopyOnWriteArrayList<>();
  private final ChildJvm server;
  private final String port;

  Island(WayOut way) {
    List<String> arguments =
        List.of(
            "-Dtidings.host=0.0.0.0",
            "-cp",
            System.getProperty("java.class.path"),
            LoneServer.class.getName(),
            way.name());
    this.server = ChildJvm.startBy(cable.launcher(), arguments);
    try {
      this.port = rest(server.awaitLine(line -> line.startsWith(LoneServer.SERVES), PATIENCE));
      server.awaitLine(line -> line.startsWith(LoneServer.HEALTHY), PATIENCE);
    } catch (RuntimeException e) {
      close();
      throw e;
    }
  }

  /** The address of a new reader that has its stream. */
  String read(String topic, String id) throws Exception {
    String address = cable.address();
    readers.add(cable.read(address, port, "/pipe/" + topic, id));
    PipedServer.await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(last(LoneServer.READERS)).contains(id));
    return address;
  }

  /** That a reader is forgotten for this reason, and that the hub's listener heard of it once. */
  void assertEnded(String id, CloseReason reason) {
    server.awaitLine(line -> line.startsWith(LoneServer.ENDED + id), PATIENCE);
    PipedServer.await()
        .untilAsserted(() -> assertThat(last(LoneServer.READERS)).doesNotContain(id));
    assertTheHealthyReadsOn();
    assertThat(lines(LoneServer.ENDED + id)).containsExactly(id + " " + reason);
    assertThat(lines(LoneServer.FAILED)).isEmpty();
  }

  private void assertTheHealthyReadsOn() {
    int before = lines(LoneServer.HEALTHY).size();
    PipedServer.await()
        .untilAsserted(() -> assertThat(lines(LoneServer.HEALTHY)).hasSizeGreaterThan(before));
    assertThat(lines(LoneServer.HEALTHY)).allMatch(read -> read.matches("[0-9]+"));
  }

  /** What the server has said in lines that begin so, without their first word. */
  List<String> lines(String beginning) {
    return server.output().stream()
        .filter(line -> line.startsWith(beginning))
        .map(Island::rest)
        .toList();
  }

  String last(String beginning) {
    List<String> lines = lines(beginning);
    return lines.isEmpty() ? "" : lines.get(lines.size() - 1);
  }

  private static String rest(String line) {
    return line.substring(line.indexOf(' ') + 1);
  }

  @Override
  public void close() {
    readers.forEach(Process::destroyForcibly);
    server.close();
    cable.close();
  }
}
