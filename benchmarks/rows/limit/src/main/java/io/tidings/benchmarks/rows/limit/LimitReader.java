package io.tidings.benchmarks.rows.limit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/** One connection: a cursor into the log. Only the loop's thread touches it. */
final class LimitReader {

  private static final byte[] HEAD =
      "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"
          .getBytes(StandardCharsets.US_ASCII);

  private final SocketChannel channel;
  private final SelectionKey key;
  private long cursor;
  private boolean answered;
  private boolean waiting;

  LimitReader(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  /** Whether the response has begun. */
  boolean answered() {
    return answered;
  }

  boolean open() {
    return channel.isOpen();
  }

  /** Takes the request, or notices that the peer has gone. */
  void read(ByteBuffer scratch, ByteLog log) throws IOException {
    scratch.clear();
    if (channel.read(scratch) < 0) {
      close();
    } else if (!answered) {
      channel.write(ByteBuffer.wrap(HEAD));
      answered = true;
      cursor = log.head();
    }
  }

  /** The socket takes bytes again. */
  void writable() {
    waiting = false;
    key.interestOps(SelectionKey.OP_READ);
  }

  /** Writes all bytes between cursor and head, wherever that is by now. */
  void drain(ByteLog log, ByteBuffer view) throws IOException {
    if (log.lost(cursor)) {
      close();
      return;
    }
    for (long head = log.head(); !waiting && cursor < head; head = log.head()) {
      log.show(view, cursor, head);
      cursor += channel.write(view);
      if (view.hasRemaining()) {
        waiting = true;
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
      }
    }
  }

  void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Closed is what it is to be.
    }
  }
}
