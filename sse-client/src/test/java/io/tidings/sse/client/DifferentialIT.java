package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.RequiresProgram;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What our parser, a slow reading of the standard, and other people's parsers make of random
 * streams. {@code -Dtidings.differential.streams=1000000} takes a million; the figures are in
 * {@code target/differential}.
 */
@Timeout(value = 1, unit = TimeUnit.HOURS)
final class DifferentialIT {

  private static final int STREAMS = Integer.getInteger("tidings.differential.streams", 20_000);
  private static final int BATCH = 1_000;

  @Test
  void agreesWithTheStandardOnEveryRandomStream() {
    for (int seed = 0; seed < STREAMS; seed++) {
      RandomStream stream = RandomStream.of(seed);

      List<String> heard = Heard.of(stream.bytes(), 1 + seed % 100);

      if (!heard.equals(ReferenceParser.parse(stream.bytes()))) {
        assertThat(heard)
            .as("seed %d: %s", seed, stream)
            .isEqualTo(ReferenceParser.parse(stream.bytes()));
      }
    }
  }

  @Test
  void differsFromOkhttpEventsourceOnlyWhereThatLeavesTheStandard() throws IOException {
    compare("okhttp-eventsource", new LaunchDarklyPeer());
  }

  @Test
  void differsFromSpringOnlyWhereThatLeavesTheStandard() throws IOException {
    compare("spring", new SpringPeer());
  }

  @Test
  @RequiresProgram({"node", "npm"})
  void differsFromTheParserOfNpmOnlyWhereThatLeavesTheStandard() throws Exception {
    try (NodePeer peer = new NodePeer()) {
      compare("eventsource-parser", peer);
    }
  }

  private static void compare(String name, Peer peer) throws IOException {
    Tally tally = new Tally(peer.departures());
    for (int first = 0; first < STREAMS; first += BATCH) {
      List<RandomStream> streams =
          LongStream.range(first, Math.min(STREAMS, first + BATCH))
              .mapToObj(RandomStream::of)
              .toList();
      List<List<String>> found = peer.events(streams);
      for (int i = 0; i < streams.size(); i++) {
        RandomStream stream = streams.get(i);
        tally.add(stream, peer.expected(events(stream.bytes())), found.get(i));
      }
    }
    tally.write(name);
    tally.check();
  }

  private static List<ReceivedEvent> events(byte[] stream) {
    List<ReceivedEvent> events = new ArrayList<>();
    new EventStreamParser(events::add).feed(stream, 0, stream.length);
    return events;
  }
}
