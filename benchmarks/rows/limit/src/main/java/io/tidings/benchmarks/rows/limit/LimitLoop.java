package io.tidings.benchmarks.rows.limit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** The one thread that accepts readers and writes the log to them. */
final class LimitLoop implements Runnable {

  private static final int BACKLOG = 4_096;
  private static final int SCRATCH = 4 * 1_024;

  private final ByteLog log;
  private final Selector selector = Selector.open();
  private final ServerSocketChannel server = ServerSocketChannel.open();

  // Only the loop's thread.
  private final ByteBuffer scratch = ByteBuffer.allocateDirect(SCRATCH);
  private final ByteBuffer view;
  private final List<LimitReader> readers = new ArrayList<>();
  private boolean someLeft;

  // Written by the loop's thread.
  private volatile int count;

  LimitLoop(ByteLog log) throws IOException {
    this.log = log;
    this.view = log.view();
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
  }

  int port() {
    return server.socket().getLocalPort();
  }

  int readers() {
    return count;
  }

  /** Tells the loop that the log has grown. Any thread. */
  void signal() {
    selector.wakeup();
  }

  @Override
  public void run() {
    try {
      while (true) {
        selector.select(this::serve);
        drain();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void serve(SelectionKey key) {
    if (key.attachment() instanceof LimitReader reader) {
      serve(key, reader);
    } else {
      accept();
    }
  }

  private void serve(SelectionKey key, LimitReader reader) {
    try {
      if (key.isWritable()) {
        reader.writable();
      }
      if (key.isReadable()) {
        boolean before = reader.answered();
        reader.read(scratch, log);
        if (!before && reader.answered()) {
          readers.add(reader);
        }
      }
    } catch (IOException gone) {
      reader.close();
    }
    someLeft |= !reader.open();
    count = readers.size();
  }

  private void accept() {
    try {
      SocketChannel channel = server.accept();
      if (channel != null) {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        key.attach(new LimitReader(channel, key));
      }
    } catch (IOException refused) {
      // The reader sees it, and the load client counts it.
    }
  }

  private void drain() {
    for (LimitReader reader : readers) {
      try {
        reader.drain(log, view);
      } catch (IOException gone) {
        reader.close();
      }
      someLeft |= !reader.open();
    }
    if (someLeft) {
      readers.removeIf(reader -> !reader.open());
      count = readers.size();
      someLeft = false;
    }
  }
}
