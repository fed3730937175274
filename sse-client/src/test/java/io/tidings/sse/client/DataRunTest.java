package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Events of many lines of data, which the parser reads on a way of their own. */
final class DataRunTest {

  private static final int STREAMS = 1_000;
  private static final List<Integer> CHUNKS = List.of(1, 31, 32, 33, 40, 64, 100, 1_000, 8_192);

  @Test
  void readsRunsOfDataLinesInAnyChunksAsTheStandardSays() {
    for (int seed = 0; seed < STREAMS; seed++) {
      byte[] stream = stream(new Random(seed));
      List<String> expected = ReferenceParser.parse(stream);
      for (int chunk : CHUNKS) {
        assertThat(Heard.of(stream, chunk))
            .as("seed %d in chunks of %d", seed, chunk)
            .isEqualTo(expected);
      }
    }
  }

  @Test
  void readsALineWithManyTabsInsideARunInLinearTime() {
    String tabs = "x".repeat(1 << 20) + "\t".repeat(1 << 20);
    String stream = "data:a\ndata:b\ndata:" + tabs + "\ndata:c\n\n";

    assertThat(Heard.of(stream)).containsExactly("event message|a\nb\n" + tabs + "\nc|");
  }

  private static byte[] stream(Random random) {
    boolean clean = random.nextBoolean();
    String lineEnd = clean ? "\n" : List.of("\n", "\r\n", "\r").get(random.nextInt(3));
    StringBuilder stream = new StringBuilder();
    int lines = 1 + random.nextInt(60);
    for (int i = 0; i < lines; i++) {
      stream.append(line(random, clean));
      stream.append(clean || random.nextInt(20) > 0 ? lineEnd : "\r");
    }
    stream.append(lineEnd);
    return stream.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Random random, boolean clean) {
    int kind = random.nextInt(clean ? 60 : 20);
    return switch (kind) {
      case 0 -> "";
      case 1 -> "id: e-" + random.nextInt(100);
      case 2 -> "data";
      case 3 -> ": passing";
      case 4 -> "dat: a";
      case 5 -> "data:\t" + value(random) + "\t";
      case 6 -> "data:" + value(random) + '\0' + value(random);
      default -> (kind % 4 == 3 ? "data:" : "data: ") + value(random);
    };
  }

  private static String value(Random random) {
    String letters = random.nextInt(8) == 0 ? "äöü€😀" : "abcdefghij";
    int length = random.nextInt(8) == 0 ? random.nextInt(300) : random.nextInt(20);
    return letters.repeat(length / 5 + 1).substring(0, length);
  }
}
