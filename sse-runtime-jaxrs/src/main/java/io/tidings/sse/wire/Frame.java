package io.tidings.sse.wire;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One event, ready but for its sequence: built outside every lock, written under one. Immutable.
 *
 * <p>The bytes are those of a block with {@code event}, {@code id} and {@code data} in this order.
 */
public final class Frame {

  private static final int LONGEST_SEQUENCE = 19;

  /** Ends the line before, and begins one of data. */
  private static final int DATA_LENGTH = "\ndata: ".length();

  // Written as one number, with a byte more that the payload or the last line's end writes over.
  private static final long DATA =
      ByteBuffer.wrap("\ndata: \n".getBytes(StandardCharsets.US_ASCII)).getLong();
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

  /** Null when the payload is a whole block already. */
  private final @Nullable FrameHeader header;

  private final byte[] payload;
  private final int lineEnds;

  private Frame(@Nullable FrameHeader header, byte[] payload, int lineEnds) {
    this.header = header;
    this.payload = payload;
    this.lineEnds = lineEnds;
  }

  /**
   * The frame of a UTF-8 payload, which must not change afterwards.
   *
   * @param header what it begins with
   * @param payload the data
   * @return the frame
   */
  public static Frame of(FrameHeader header, byte[] payload) {
    return new Frame(header, payload, LineEnds.count(payload));
  }

  /**
   * A block that is sent as it is, without a number.
   *
   * @param block ends with a blank line, and must not change afterwards
   * @return the frame
   */
  public static Frame ofBlock(byte[] block) {
    return new Frame(null, block, 0);
  }

  /**
   * The event type.
   *
   * @return the event type
   */
  public String type() {
    return header == null ? "message" : header.type();
  }

  /**
   * The payload as it was given.
   *
   * @return bytes that nobody changes
   */
  public byte[] payload() {
    return payload;
  }

  /**
   * As many bytes as the frame can have, whatever its sequence is.
   *
   * @return bytes
   */
  public int maxLength() {
    if (header == null) {
      return payload.length;
    }
    int lines = DATA_LENGTH * (lineEnds + 1) + payload.length;
    return header.length() + LONGEST_SEQUENCE + lines + 2;
  }

  /**
   * Writes the frame at this place, and says where it ends.
   *
   * @param sequence its place in the order
   * @param target takes the bytes
   * @param at where the frame starts
   * @return where it ends
   */
  public int write(long sequence, byte[] target, int at) {
    if (header == null) {
      System.arraycopy(payload, 0, target, at, payload.length);
      return at + payload.length;
    }
    int end = header.write(target, at);
    end = Decimal.write(sequence, target, end);
    end = lineEnds == 0 ? line(0, payload.length, target, end) : lines(target, end);
    target[end] = '\n';
    target[end + 1] = '\n';
    return end + 2;
  }

  /**
   * The frame alone, for a reader of its own.
   *
   * @param sequence its place in the order
   * @return an array of its own
   */
  public byte[] toBytes(long sequence) {
    byte[] bytes = new byte[maxLength()];
    return Arrays.copyOf(bytes, write(sequence, bytes, 0));
  }

  // An event stream line ends at CRLF, LF or CR; each line of data is a field of its own.
  private int lines(byte[] target, int at) {
    int end = at;
    int start = 0;
    for (int i = 0; i < payload.length; i++) {
      byte b = payload[i];
      if (b == '\n' || b == '\r') {
        end = line(start, i, target, end);
        boolean isPair = b == '\r' && i + 1 < payload.length && payload[i + 1] == '\n';
        i += isPair ? 1 : 0;
        start = i + 1;
      }
    }
    return line(start, payload.length, target, end);
  }

  private int line(int from, int to, byte[] target, int at) {
    LONGS.set(target, at, DATA);
    System.arraycopy(payload, from, target, at + DATA_LENGTH, to - from);
    return at + DATA_LENGTH + to - from;
  }
}
