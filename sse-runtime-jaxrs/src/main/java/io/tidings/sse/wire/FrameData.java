package io.tidings.sse.wire;

import java.util.Arrays;

/** Reads the payload back out of the bytes of a {@link Frame}. Safe for any thread. */
public final class FrameData {

  private static final int DATA = "data: ".length();

  private FrameData() {}

  /**
   * The payload of the frame in these bytes; each of its line ends has become LF.
   *
   * @param bytes holds the frame
   * @param from where the frame starts
   * @param to where it ends
   * @return UTF-8 in an array of its own
   */
  public static byte[] of(byte[] bytes, int from, int to) {
    byte[] payload = new byte[to - from];
    int length = 0;
    int line = afterLine(bytes, afterLine(bytes, from)); // event and id come first
    while (bytes[line] != '\n') {
      int next = afterLine(bytes, line);
      System.arraycopy(bytes, line + DATA, payload, length, next - line - DATA);
      length += next - line - DATA;
      line = next;
    }
    return Arrays.copyOf(payload, length - 1);
  }

  private static int afterLine(byte[] bytes, int from) {
    int at = from;
    while (bytes[at] != '\n') {
      at++;
    }
    return at + 1;
  }
}
