package io.tidings.sse.jaxrs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A response's stream that keeps what is written to it until it is released. One thread. */
final class HeldStream extends OutputStream {

  private final OutputStream out;
  private final ByteArrayOutputStream held = new ByteArrayOutputStream();
  private OutputStream target = held;

  HeldStream(OutputStream out) {
    this.out = out;
  }

  /** The stream behind, which has seen nothing yet. */
  OutputStream behind() {
    return out;
  }

  /** Writes what was held, and holds nothing any more. */
  void release() throws IOException {
    held.writeTo(out);
    held.reset();
    target = out;
  }

  @Override
  public void write(int b) throws IOException {
    target.write(b);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    target.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    target.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
