package io.tidings.sse.jaxrs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * Two networks of our own, a server's and its readers', with a cable between them; the machine's
 * own network is not touched. A test without the right to lay one is skipped.
 */
final class Cable implements AutoCloseable {

  /** The server's address, of those that are reserved for examples. */
  static final String SERVER = "192.0.2.1";

  /** A place on the cable where nobody listens. */
  private static final String NOBODY = "02:00:00:00:00:99";

  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final String servers;
  private final String readers;
  private final AtomicInteger next = new AtomicInteger(2);

  private Cable(String name) {
    this.servers = name + "-server";
    this.readers = name + "-reader";
  }

  static Cable lay() {
    long process = ProcessHandle.current().pid();
    Cable cable = new Cable("tidings-%d-%d".formatted(process, NUMBER.incrementAndGet()));
    boolean isLaid = cable.connect();
    if (!isLaid) {
      cable.close();
    }
    assumeTrue(isLaid, "a network of its own needs the right to make one, which root has");
    return cable;
  }

  private boolean connect() {
    String ends = "ip -n %s link add cable type veth peer cable netns %s";
    return runs("ip netns add " + servers)
        && runs("ip netns add " + readers)
        && runs(ends.formatted(servers, readers))
        && runs("ip -n %s link set lo up".formatted(servers))
        && runs("ip -n %s link set cable up".formatted(servers))
        && runs("ip -n %s link set cable up".formatted(readers))
        && runs("ip -n %s addr add %s/24 dev cable".formatted(servers, SERVER));
  }

  /** What starts a process on the server's side. */
  List<String> launcher() {
    return List.of("ip", "netns", "exec", servers);
  }

  /** A new address on the readers' side. */
  String address() {
    String address = "192.0.2." + next.getAndIncrement();
    must("ip -n %s addr add %s/24 dev cable".formatted(readers, address));
    return address;
  }

  /** A reader of a server that listens on this port, with an address of its own. */
  Process read(String address, String port, String path, String id) throws IOException {
    List<String> where = List.of("ip", "netns", "exec", readers);
    List<String> what = List.of("curl", "-sN", "--interface", address, "-H", "sse-clientid: " + id);
    return new ProcessBuilder(
            Stream.of(where, what, List.of("http://" + SERVER + ":" + port + path))
                .flatMap(List::stream)
                .toList())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /**
   * Has everything that is sent to an address get lost on its way: neither side hears of it, as
   * when a network in the middle is gone.
   */
  void lose(String address) {
    must(
        "ip -n %s neigh replace %s lladdr %s dev cable nud permanent"
            .formatted(servers, address, NOBODY));
  }

  /** How often the server's kernel repeats what nobody confirms before it gives up. */
  void repeat(int times) {
    must("ip netns exec %s sysctl -qw net.ipv4.tcp_retries2=%d".formatted(servers, times));
  }

  /** What the server's kernel has of connections with an address. */
  String sockets(String address) throws IOException {
    Process ss = start("ip netns exec %s ss -Htno dst %s".formatted(servers, address));
    String sockets = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return succeeds(ss) ? sockets : "ss failed: " + sockets;
  }

  private void must(String command) {
    if (!runs(command)) {
      throw new IllegalStateException("command must succeed; was " + command);
    }
  }

  private static boolean runs(String command) {
    try {
      return succeeds(start(command)); // none of them says more than a pipe holds
    } catch (IOException e) {
      return false; // a machine without the program
    }
  }

  private static boolean succeeds(Process process) {
    return process.onExit().join().exitValue() == 0;
  }

  private static Process start(String command) throws IOException {
    return new ProcessBuilder(command.split(" ")).redirectErrorStream(true).start();
  }

  @Override
  public void close() {
    runs("ip netns del " + readers);
    runs("ip netns del " + servers);
  }
}
