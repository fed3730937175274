package io.tidings.sse.history.sqlite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Sums by which a row that is not as it was written is found out. */
final class Sums {

  private Sums() {}

  /** The sum of these numbers, texts and bytes. */
  static long of(@Nullable Object... values) {
    CRC32C sum = new CRC32C();
    ByteBuffer number = ByteBuffer.allocate(Long.BYTES);
    for (Object value : values) {
      if (value instanceof Long some) {
        number.clear();
        number.putLong(some).flip();
        sum.update(number);
      } else if (value instanceof byte[] bytes) {
        sum.update(bytes);
      } else if (value instanceof String text) {
        sum.update(text.getBytes(StandardCharsets.UTF_8));
      }
      sum.update(value == null ? 0 : 1); // or neighbours could swap a part of themselves
    }
    return sum.getValue();
  }
}
