package io.tidings.sse.transport.portable;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Puts the last byte of each batch of one response in the place of the line feed with which Jersey
 * ends every event, for batches that do not end with one. Used by the thread that writes.
 */
public final class LastByte {

  private boolean isPending;
  private int value;

  /** For one response. */
  public LastByte() {}

  /** What comes next is Jersey's line feed; this is to be written instead. */
  void isToBe(int last) {
    isPending = true;
    value = last;
  }

  /**
   * The stream that Jersey is to write to.
   *
   * @param out the response
   * @return a stream into the response
   */
  public OutputStream over(OutputStream out) {
    return new Corrected(out);
  }

  private final class Corrected extends FilterOutputStream {

    Corrected(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int b) throws IOException {
      out.write(isPending ? value : b);
      isPending = false;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      if (isPending && length == 1) {
        write(bytes[offset]);
      } else {
        out.write(bytes, offset, length);
      }
    }

    /**
     * Flushes nothing: all is out, and a container may refuse it while others write its response.
     */
    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
