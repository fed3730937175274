package io.tidings.sse.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class ChunkBuffersTest {

  private final ChunkBuffers buffers = ChunkBuffers.ofThisThread();

  private static Batch batch(String... slices) {
    Batch batch = new Batch();
    for (String slice : slices) {
      byte[] bytes = ("__" + slice + "__").getBytes(US_ASCII);
      batch.add(bytes, 2, bytes.length - 2, 1);
    }
    return batch;
  }

  private static String text(ByteBuffer[] buffers) {
    StringBuilder text = new StringBuilder();
    for (ByteBuffer buffer : buffers) {
      text.append(US_ASCII.decode(buffer.duplicate()));
    }
    return text.toString();
  }

  @Test
  void aWholeChunkIsItsLengthItsDataAndALineEnd() {
    assertThat(text(buffers.whole(batch("data: 1\n\n")))).isEqualTo("9\r\ndata: 1\n\n\r\n");
  }

  @Test
  void aChunkAfterAnOpenOneEndsThatFirst() {
    assertThat(text(buffers.afterOpenChunk(batch("a", "bc")))).isEqualTo("\r\n3\r\nabc");
  }

  @Test
  void aLengthHasAsManyHexadecimalDigitsAsItNeeds() {
    for (int length : new int[] {1, 15, 16, 255, 256, 4095, 4096, 131_072, 1 << 20}) {
      String data = "x".repeat(length);

      assertThat(text(buffers.whole(batch(data))))
          .isEqualTo(Integer.toHexString(length) + "\r\n" + data + "\r\n");
    }
  }

  @Test
  void theSameBatchIsCopiedOnceForAllReaders() {
    byte[] shared = "data: 1\n\n".getBytes(US_ASCII);
    Batch batch = new Batch();
    batch.add(shared, 0, shared.length, 1);
    String first = text(buffers.whole(batch));
    take(buffers.whole(batch), 5);
    Arrays.fill(shared, (byte) '!'); // which no log ever does

    assertThat(text(buffers.whole(batch))).isEqualTo(first);
  }

  @Test
  void anotherPartOfTheSameArrayIsAnotherBatch() {
    byte[] shared = "abcd".getBytes(US_ASCII);
    Batch front = new Batch();
    front.add(shared, 0, 2, 1);
    Batch back = new Batch();
    back.add(shared, 2, 4, 1);

    assertThat(text(buffers.whole(front))).isEqualTo("2\r\nab\r\n");
    assertThat(text(buffers.whole(back))).isEqualTo("2\r\ncd\r\n");
    assertThat(text(buffers.afterOpenChunk(back))).isEqualTo("\r\n2\r\ncd");
  }

  @Test
  void aBatchOfManySlicesIsOneChunk() {
    assertThat(text(buffers.whole(batch("a", "b", "c", "d", "e", "f", "g"))))
        .isEqualTo("7\r\nabcdefg\r\n");
    assertThat(text(buffers.whole(batch("z")))).isEqualTo("1\r\nz\r\n");
  }

  @Test
  void whatIsLeftOutlivesTheNextChunk() {
    for (int taken = 0; taken <= 10; taken++) {
      assertLeft(taken, buffers::whole);
      assertLeft(taken, buffers::afterOpenChunk);
    }
  }

  private void assertLeft(int taken, Function<Batch, ByteBuffer[]> framing) {
    ByteBuffer[] chunk = framing.apply(batch("abc", "de"));
    String whole = text(chunk);
    take(chunk, taken);

    ByteBuffer[] rest = buffers.rest();
    buffers.whole(batch("0123456789abcdef", "other"));

    assertThat(text(rest)).isEqualTo(whole.substring(Math.min(taken, whole.length())));
    assertThat(rest).allMatch(ByteBuffer::hasRemaining);
  }

  @Test
  void whatIsLeftOfManyStuckReadersIsTheSameBytes() {
    Batch batch = batch("x".repeat(100_000));
    take(buffers.whole(batch), 1_000);

    ByteBuffer[] rest = buffers.rest();

    assertThat(rest[0].array()).isSameAs(batch.array(0));
  }

  private static void take(ByteBuffer[] buffers, int bytes) {
    int left = bytes;
    for (ByteBuffer buffer : buffers) {
      int n = Math.min(left, buffer.remaining());
      buffer.position(buffer.position() + n);
      left -= n;
    }
  }
}
