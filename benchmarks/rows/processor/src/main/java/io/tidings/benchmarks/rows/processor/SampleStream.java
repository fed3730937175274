package io.tidings.benchmarks.rows.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;

/** The annotated interface of the README with its payloads, as often as it is wanted. */
final class SampleStream {

  private static final String SOURCE =
      """
      package samples.p%1$d;

      import io.tidings.sse.annotations.Heartbeat;
      import io.tidings.sse.annotations.Replay;
      import io.tidings.sse.annotations.SseStream;
      import io.tidings.sse.annotations.Topic;
      import java.math.BigDecimal;
      import java.time.Instant;
      import java.util.List;

      /** What happens on market %1$d. */
      @SseStream("/markets-%1$d")
      @Heartbeat("15s")
      @Replay(events = 1_000, age = "10m")
      public interface Markets%1$d {

        /** A trade moved the price. */
        @Topic("prices/{symbol}")
        void price(String symbol, Price price);

        /** Nobody trades for a while. */
        @Topic("prices/{symbol}")
        void halted(String symbol, Halt halt);

        /** Something that all should know. */
        @Topic("alerts")
        @Replay(events = 100, onConnect = 1)
        void alert(Alert alert);

        /** A price. */
        record Price(BigDecimal value, Instant at, Side side) {}

        /** Why and until when. */
        record Halt(String reason, Instant until) {}

        /** A text and whom it concerns. */
        record Alert(String text, List<String> symbols) {}

        /** Who began. */
        enum Side { BUY, SELL }
      }
      """;

  private SampleStream() {}

  /** Writes so many into a folder. */
  static void write(Path folder, int interfaces) {
    IntStream.range(0, interfaces).forEach(number -> writeOne(folder, number));
  }

  private static void writeOne(Path folder, int number) {
    Path own = folder.resolve("samples/p" + number);
    try {
      Files.createDirectories(own);
      Files.writeString(own.resolve("Markets" + number + ".java"), SOURCE.formatted(number));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
