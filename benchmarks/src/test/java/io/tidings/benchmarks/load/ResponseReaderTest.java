package io.tidings.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.benchmarks.harness.Payload;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResponseReaderTest {

  private static final String PLAIN = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
  private static final String CHUNKED = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";

  private final ResponseReader response = new ResponseReader();
  private final List<Long> found = new ArrayList<>();

  @Test
  void readsABodyUpToItsEnd() throws IOException {
    read(PLAIN + frame(1) + frame(2), 1_000);

    assertThat(found).containsExactly(1L, 2L);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 50, 1_000})
  void findsEventsThatChunksCutAnywhere(int piece) throws IOException {
    String body = frame(1) + frame(2) + frame(3);

    read(CHUNKED + chunk(body.substring(0, 200)) + chunk(body.substring(200)), piece);

    assertThat(found).containsExactly(1L, 2L, 3L);
    assertThat(response.ended()).isFalse();
  }

  @Test
  void noticesTheLastChunk() throws IOException {
    read(CHUNKED + chunk(frame(1)) + "0\r\n\r\n", 1_000);

    assertThat(response.ended()).isTrue();
  }

  @Test
  void refusesAnotherStatus() {
    assertThatThrownBy(() -> read("HTTP/1.1 503 Busy\r\n\r\n", 1_000))
        .hasMessage("status must be 200; was http/1.1 503 busy");
  }

  @Test
  void refusesAChunkWithoutASize() {
    assertThatThrownBy(() -> read(CHUNKED + "zz\r\n", 1_000))
        .hasMessage("chunk size must be hexadecimal; was byte 122");
  }

  private static String frame(long sequence) {
    return "data: " + new Payload().stamp(sequence, 9) + "\n\n";
  }

  private static String chunk(String text) {
    return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
  }

  private void read(String text, int piece) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (int from = 0; from < bytes.length; from += piece) {
      int length = Math.min(piece, bytes.length - from);
      ByteBuffer buffer = ByteBuffer.allocate(length).put(bytes, from, length);
      response.read(buffer, length, (in, at) -> found.add(Payload.sequence(in, at)));
    }
  }
}
