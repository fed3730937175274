package io.tidings.benchmarks.load;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One reader's connection. Used by the loop's thread. */
final class Reader {

  /** What a reader is for. */
  enum Kind {
    /** Reads all the time, and is measured. */
    STEADY,
    /** Asks for the stream and then never reads. */
    STUCK,
    /** Comes and goes; only the order of what it gets is looked at. */
    PASSING
  }

  private static final int TINY_BUFFER = 4 * 1_024;

  private final int index;
  private final Kind kind;
  private final SocketChannel channel;
  private final ResponseReader response = new ResponseReader();
  private long newest;

  Reader(int index, Kind kind, SocketChannel channel) {
    this.index = index;
    this.kind = kind;
    this.channel = channel;
  }

  /** Sets what must be set before the connection is made. */
  void prepare() throws IOException {
    channel.configureBlocking(false);
    if (kind == Kind.STUCK) {
      channel.setOption(StandardSocketOptions.SO_RCVBUF, TINY_BUFFER);
    }
    if (kind == Kind.PASSING) {
      // Ends with a reset, or the ports of thousands that left would be spoken for.
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    }
  }

  /** Sends the request on the new connection. */
  void request(SelectionKey key, ByteBuffer text) throws IOException {
    channel.finishConnect();
    channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
    channel.write(text);
    key.interestOps(kind == Kind.STUCK ? 0 : SelectionKey.OP_READ);
  }

  /** Reads what has arrived; false at the end of the stream. */
  boolean read(ByteBuffer buffer, EventScanner.Events events) throws IOException {
    buffer.clear();
    int count = channel.read(buffer);
    if (count < 0) {
      return false;
    }
    response.read(buffer, count, events);
    return !response.ended();
  }

  /** An event has come: true when it is the one that had to come. */
  boolean inOrder(long sequence) {
    boolean right = sequence == newest + 1 || (kind == Kind.PASSING && newest == 0);
    newest = sequence;
    return right;
  }

  int index() {
    return index;
  }

  Kind kind() {
    return kind;
  }

  void close() {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // Closed is what it is to be.
    }
  }
}
