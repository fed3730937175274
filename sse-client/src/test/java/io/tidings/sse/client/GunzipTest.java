package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

final class GunzipTest {

  @Test
  void expandsInChunksOfEverySize() throws Exception {
    byte[] zipped = gzip("hello");
    for (int chunk = 1; chunk <= zipped.length; chunk++) {
      assertThat(expand(zipped, chunk)).isEqualTo("hello true");
    }
  }

  @Test
  void skipsEachOptionalPartOfTheHeader() throws Exception {
    byte[] plain = gzip("hello");
    byte[] body = Arrays.copyOfRange(plain, 10, plain.length);
    for (int flags = 0; flags < 32; flags++) {
      ByteArrayOutputStream zipped = new ByteArrayOutputStream();
      zipped.writeBytes(new byte[] {0x1F, (byte) 0x8B, 8, (byte) flags, 1, 2, 3, 4, 5, 6});
      zipped.writeBytes((flags & 4) == 0 ? new byte[0] : new byte[] {3, 0, 9, 0, 9});
      zipped.writeBytes((flags & 8) == 0 ? new byte[0] : new byte[] {'n', 0});
      zipped.writeBytes((flags & 16) == 0 ? new byte[0] : new byte[] {0});
      zipped.writeBytes((flags & 2) == 0 ? new byte[0] : new byte[] {7, 7});
      zipped.writeBytes(body);

      assertThat(expand(zipped.toByteArray(), 1)).as("flags %d", flags).isEqualTo("hello true");
    }
  }

  @Test
  void knowsWhetherItIsWhole() throws Exception {
    byte[] zipped = gzip("hello");

    assertThat(expand(new byte[0], 1)).isEqualTo(" true");
    assertThat(expand(Arrays.copyOf(zipped, 5), 1)).isEqualTo(" false");
    assertThat(expand(Arrays.copyOf(zipped, zipped.length - 1), 9)).isEqualTo("hello false");
  }

  @Test
  void refusesWhatIsNoGzip() {
    for (byte[] wrong :
        List.of(new byte[] {1}, new byte[] {0x1F, 1}, new byte[] {0x1F, (byte) 0x8B, 7})) {
      assertThatThrownBy(() -> expand(wrong, 1))
          .isInstanceOf(StreamException.class)
          .hasMessage("compressed stream must be sound gzip; its header is not");
    }
  }

  private static String expand(byte[] zipped, int chunk) throws StreamException {
    StringBuilder text = new StringBuilder();
    try (Gunzip gunzip = new Gunzip()) {
      for (int at = 0; at < zipped.length; at += chunk) {
        int end = Math.min(zipped.length, at + chunk);
        byte[] piece = Arrays.copyOfRange(zipped, at, end);
        gunzip.feed(
            piece,
            piece.length,
            (bytes, length) ->
                text.append(new String(bytes, 0, length, StandardCharsets.US_ASCII)));
      }
      return text.append(' ').append(gunzip.isComplete()).toString();
    }
  }

  private static byte[] gzip(String text) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }
}
