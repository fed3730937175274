package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.jaxrs.pipe.Pipe;
import io.tidings.sse.testing.RequiresProgram;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of readers that vanish without a word, by one way out of each kind. */
@RequiresProgram({"ip", "sysctl", "curl"})
@Execution(ExecutionMode.CONCURRENT) // it waits more than it works
@ParameterizedClass
@EnumSource(
    value = WayOut.class,
    names = {"GRIZZLY_CONNECTION", "JETTY_HANDED_OVER", "TOMCAT_SERVLET", "UNDERTOW_PORTABLE"})
final class HalfOpenIT {

  private static final Map<WayOut, Island> ISLANDS = new ConcurrentHashMap<>();

  @Parameter WayOut way;

  private Island island;

  @BeforeEach
  void start() {
    island = ISLANDS.computeIfAbsent(way, Island::new);
  }

  @AfterAll
  static void stop() {
    ISLANDS.values().forEach(Island::close);
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void whoIsSentMuchIsCutWithinTheWriteTimeoutAndNoThreadStandsForHim() throws Exception {
    Map<String, String> addresses = new HashMap<>();
    for (String id : new String[] {"one", "two", "three"}) {
      addresses.put(id, island.read(Pipe.STRICT, id));
    }
    long start = System.nanoTime();

    addresses.values().forEach(island.cable::lose);

    addresses.keySet().forEach(id -> island.assertEnded(id, CloseReason.WRITE_TIMEOUT));
    report("much was sent", start);
    if (way.isPortable()) { // its writes block, and end with their time
      assertThat(island.lines(LoneServer.STANDING)).isNotEmpty();
      PipedServer.await().until(() -> island.last(LoneServer.STANDING).equals("[]"));
    } else {
      assertThat(island.lines(LoneServer.STANDING)).isEmpty();
    }
    if (way.discardsWhatIsUnsent()) {
      for (String address : addresses.values()) {
        assertThat(island.cable.sockets(address)).isEmpty();
      }
    }
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD)
  void whoIsSentHeartbeatsAloneIsEndedByItsLifetime() throws Exception {
    String address = island.read(Pipe.BRIEF, "brief");
    long start = System.nanoTime();

    island.cable.lose(address);

    island.assertEnded("brief", CloseReason.LIFETIME);
    report("heartbeats were sent", start);
  }

  @Test
  @Execution(ExecutionMode.SAME_THREAD) // what it asks of the kernel holds for the others, too
  void whoHasNoLifetimeIsForgottenWhenTheKernelGivesUp() throws Exception {
    String address = island.read(Pipe.BEATING, "beating");
    long start = System.nanoTime();

    island.cable.repeat(2); // and not 15 times, which takes it a quarter of an hour
    try {
      island.cable.lose(address);

      island.assertEnded("beating", CloseReason.CLOSED_BY_CLIENT);
    } finally {
      island.cable.repeat(15);
    }
    report("the kernel gave up", start);
  }

  private void report(String what, long start) {
    Duration taken = Duration.ofNanos(System.nanoTime() - start);
    System.out.printf("half-open: %s, %s: freed after %d ms%n", way, what, taken.toMillis());
  }
}
