package io.tidings.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.benchmarks.harness.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventScannerTest {

  private final EventScanner scanner = new EventScanner();
  private final Payload payload = new Payload();
  private final List<Long> found = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 64, 150, 151, 400, 100_000})
  void findsEveryEventHoweverTheStreamIsCut(int piece) {
    StringBuilder stream = new StringBuilder("retry: 3000\n: hello\n\n");
    for (long sequence = 1; sequence <= 120; sequence++) {
      stream.append(frame(sequence));
    }

    scan(stream.toString(), piece);

    assertThat(found).containsExactlyElementsOf(LongStream.rangeClosed(1, 120).boxed().toList());
  }

  @Test
  void passesOverBlocksWithoutAPayload() {
    scan(frame(1) + ": idle\n\nid: 5\n\n\n" + frame(2) + "\n" + frame(3), 100_000);

    assertThat(found).containsExactly(1L, 2L, 3L);
  }

  @Test
  void findsFramesOfChangingLength() {
    scan(frame(1) + frame(2).replace("id: 2\n", "") + frame(3), 100_000);

    assertThat(found).containsExactly(1L, 2L, 3L);
  }

  @Test
  void readsLinesThatEndWithCarriageReturnAndLineFeed() {
    scan((frame(1) + frame(2)).replace("\n", "\r\n"), 33);

    assertThat(found).containsExactly(1L, 2L);
  }

  @Test
  void doesNotCountAnEventThatIsNotComplete() {
    String both = frame(1) + frame(2);

    scan(both.substring(0, both.length() - 1), 100_000);

    assertThat(found).containsExactly(1L);
  }

  private String frame(long sequence) {
    return "id: " + sequence + "\nevent: price\ndata: " + payload.stamp(sequence, 9) + "\n\n";
  }

  private void scan(String stream, int piece) {
    ByteBuffer bytes = ByteBuffer.wrap(stream.getBytes(StandardCharsets.UTF_8));
    for (int from = 0; from < bytes.limit(); from += piece) {
      int to = Math.min(bytes.limit(), from + piece);
      scanner.scan(bytes, from, to, (in, at) -> found.add(Payload.sequence(in, at)));
    }
  }
}
