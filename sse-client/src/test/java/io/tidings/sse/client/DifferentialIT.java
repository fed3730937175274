package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.RequiresProgram;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * What our parser, a slow reading of the standard, and other people's parsers make of random
 * streams. {@code -Dtidings.differential.streams=1000000} takes a million.
 */
final class DifferentialIT {

  private static final int STREAMS = Integer.getInteger("tidings.differential.streams", 20_000);

  @Test
  void agreesWithTheStandardOnEveryRandomStream() {
    for (int seed = 0; seed < STREAMS; seed++) {
      RandomStream stream = RandomStream.of(seed);

      List<String> heard = Heard.of(stream.bytes(), 1 + seed % 40);

      if (!heard.equals(ReferenceParser.parse(stream.bytes()))) {
        assertThat(heard)
            .as("seed %d: %s", seed, stream)
            .isEqualTo(ReferenceParser.parse(stream.bytes()));
      }
    }
  }

  @Test
  void differsFromOkhttpEventsourceOnlyWhereThatLeavesTheStandard() {
    compare(new LaunchDarklyPeer());
  }

  @Test
  void differsFromSpringOnlyWhereThatLeavesTheStandard() {
    compare(new SpringPeer());
  }

  @Test
  @RequiresProgram({"node", "npm"})
  void differsFromTheParserOfNpmOnlyWhereThatLeavesTheStandard() throws Exception {
    try (NodePeer peer = new NodePeer()) {
      compare(peer);
    }
  }

  private static void compare(Peer peer) {
    Set<String> proved = new HashSet<>();
    int agreements = 0;
    for (int seed = 0; seed < STREAMS; seed++) {
      RandomStream stream = RandomStream.of(seed);
      List<String> expected = peer.expected(events(stream.bytes()));
      List<String> found = peer.events(stream.bytes());
      if (found.equals(expected)) {
        agreements++;
        continue;
      }
      List<String> reasons = reasons(peer.departures(), stream);
      assertThat(reasons).as("seed %d: %s%n%s%n%s", seed, stream, expected, found).isNotEmpty();
      if (reasons.size() == 1) {
        proved.addAll(reasons);
      }
    }
    assertThat(proved)
        .as("reasons that explain a difference alone")
        .isEqualTo(peer.departures().keySet());
    assertThat(agreements).isGreaterThan(STREAMS / 3);
  }

  private static List<String> reasons(
      Map<String, Predicate<RandomStream>> departures, RandomStream stream) {
    List<String> reasons = new ArrayList<>();
    departures.forEach(
        (rule, shows) -> {
          if (shows.test(stream)) {
            reasons.add(rule);
          }
        });
    return reasons;
  }

  private static List<ReceivedEvent> events(byte[] stream) {
    List<ReceivedEvent> events = new ArrayList<>();
    new EventStreamParser(events::add).feed(stream, 0, stream.length);
    return events;
  }
}
