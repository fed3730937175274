package io.tidings.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Tells the publisher which events have reached every reader. Events may be in flight as far as the
 * ring is long, which no window comes near. Used by the loop's thread.
 */
final class AckReports implements AutoCloseable {

  private static final int RING = 4_096;

  private final SocketChannel channel;
  private final int readers;
  private final int[] arrived = new int[RING];
  private final ByteBuffer report = ByteBuffer.allocateDirect(Long.BYTES);
  private long complete;
  private long reported;

  AckReports(int port, int readers) throws IOException {
    this.readers = readers;
    this.channel = SocketChannel.open();
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  /** One reader has this event; each reader has its events in order. */
  void arrived(long sequence) {
    int slot = (int) sequence & (RING - 1);
    if (++arrived[slot] == readers) {
      arrived[slot] = 0;
      complete = sequence;
    }
  }

  /** Sends what is new. */
  void report() throws IOException {
    if (complete > reported) {
      report.clear().putLong(complete).flip();
      while (report.hasRemaining()) {
        channel.write(report);
      }
      reported = complete;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
