package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Counts on how many streams a peer agrees with us, and which of its departures explain the others.
 */
final class Tally {

  private final Map<String, Predicate<RandomStream>> departures;
  private final Set<String> alone = new HashSet<>();
  private final Map<String, Integer> explained = new TreeMap<>();
  private int agreements;
  private int differences;

  Tally(Map<String, Predicate<RandomStream>> departures) {
    this.departures = departures;
  }

  /** One stream, which fails the test when nothing explains the difference. */
  void add(RandomStream stream, List<String> expected, List<String> found) {
    if (found.equals(expected)) {
      agreements++;
      return;
    }
    List<String> reasons = reasons(stream);
    if (reasons.isEmpty()) {
      assertThat(found).as(stream.toString()).isEqualTo(expected);
    }
    differences++;
    reasons.forEach(reason -> explained.merge(reason, 1, Integer::sum));
    if (reasons.size() == 1) {
      alone.addAll(reasons);
    }
  }

  /** Each departure must have been needed, and most streams be read alike. */
  void check() {
    assertThat(alone).as("reasons that explain a difference alone").isEqualTo(departures.keySet());
    assertThat(agreements).isGreaterThan(differences / 2);
  }

  /** Writes the figures where a long run finds them. */
  void write(String peer) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(
        "%s: %,d streams, %,d alike, %,d not, of which are unexplained 0"
            .formatted(peer, agreements + differences, agreements, differences));
    explained.forEach((reason, count) -> lines.add("  %,9d  %s".formatted(count, reason)));
    Path folder = Files.createDirectories(Path.of("target/differential"));
    Files.write(folder.resolve(peer + ".txt"), lines);
  }

  private List<String> reasons(RandomStream stream) {
    return departures.entrySet().stream()
        .filter(departure -> departure.getValue().test(stream))
        .map(Map.Entry::getKey)
        .toList();
  }
}
