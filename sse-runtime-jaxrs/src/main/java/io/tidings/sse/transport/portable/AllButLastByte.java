package io.tidings.sse.transport.portable;

import java.io.IOException;
import java.io.OutputStream;

/** Passes on a known number of bytes, but for the last. */
final class AllButLastByte extends OutputStream {

  private final OutputStream out;
  private int left;

  AllButLastByte(OutputStream out, int length) {
    this.out = out;
    this.left = length - 1;
  }

  @Override
  public void write(int b) throws IOException {
    if (left-- > 0) {
      out.write(b);
    }
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    out.write(bytes, offset, Math.min(left, length));
    left -= length;
  }
}
