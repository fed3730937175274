package io.tidings.benchmarks.load;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.LongStream;

/** Tells the publisher which events have reached every reader of all shares. Used by any thread. */
final class AckReports implements AutoCloseable {

  private final SocketChannel channel;
  private final ReentrantLock lock = new ReentrantLock();

  // Under the lock.
  private final long[] complete;
  private final ByteBuffer report = ByteBuffer.allocateDirect(Long.BYTES);
  private long reported;

  AckReports(int port, int shares) throws IOException {
    this.complete = new long[shares];
    this.channel = SocketChannel.open();
    channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
  }

  /** Every reader of this share has the events up to here: sends what is new for all of them. */
  void report(int share, long newest) throws IOException {
    lock.lock();
    try {
      complete[share] = newest;
      long all = LongStream.of(complete).min().orElse(0);
      if (all > reported && all < Long.MAX_VALUE) {
        send(all);
      }
    } finally {
      lock.unlock();
    }
  }

  private void send(long all) throws IOException {
    report.clear().putLong(all).flip();
    while (report.hasRemaining()) {
      channel.write(report);
    }
    reported = all;
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
