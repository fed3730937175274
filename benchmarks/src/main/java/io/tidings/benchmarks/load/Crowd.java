package io.tidings.benchmarks.load;

import io.tidings.benchmarks.harness.Message;
import io.tidings.benchmarks.harness.Payload;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The readers of one measurement. Used by the loop's thread. */
final class Crowd {

  private static final int BUFFER = 256 * 1_024;

  // More at once overflow the accept queues of servers with defaults, which costs a second each.
  private static final int MOST_CONNECTING = 32;

  private final Selector selector;
  private final Target target;
  private final Tally tally;
  private final @Nullable AckReports acks;
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
  private final Set<Reader> readers = new HashSet<>();
  private final Deque<Reader> passing = new ArrayDeque<>();
  private final Turnover turnover = new Turnover();
  private int opened;
  private int connecting;
  private boolean closed;

  // Of the read that is under way.
  private @Nullable Reader current;
  private long now;

  Crowd(Selector selector, Target target) throws IOException {
    this.selector = selector;
    this.target = target;
    this.tally = new Tally(target.every());
    this.acks = target.acks() == 0 ? null : new AckReports(target.acks(), target.steady());
  }

  /** Serves one connection that is ready for something. */
  void serve(SelectionKey key) {
    Reader reader = (Reader) key.attachment();
    try {
      if (key.isConnectable()) {
        connecting--;
        reader.request(key, target.request());
      } else {
        read(reader);
      }
    } catch (IOException lost) {
      lose(reader);
    }
  }

  private void read(Reader reader) throws IOException {
    current = reader;
    now = System.nanoTime();
    if (!reader.read(buffer, this::event)) {
      lose(reader);
    }
  }

  private void event(ByteBuffer bytes, int payload) {
    Reader reader = Objects.requireNonNull(current);
    long sequence = Payload.sequence(bytes, payload);
    if (!reader.inOrder(sequence)) {
      tally.error();
    }
    if (reader.kind() == Reader.Kind.STEADY) {
      tally.delivered(reader.index(), sequence, bytes, payload, now);
      if (acks != null) {
        acks.arrived(sequence);
      }
    }
  }

  private void lose(Reader reader) {
    tally.error();
    readers.remove(reader);
    passing.remove(reader);
    reader.close();
  }

  /** What is due between two rounds of the selector. */
  void tick() {
    try {
      while (!closed && opened < target.readers() && connecting < MOST_CONNECTING) {
        open(opened < target.stuck() ? Reader.Kind.STUCK : Reader.Kind.STEADY);
      }
      for (int due = turnover.due(System.nanoTime()); due > 0; due--) {
        replace();
      }
      if (acks != null) {
        acks.report();
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void open(Reader.Kind kind) throws IOException {
    SocketChannel channel = SocketChannel.open();
    Reader reader = new Reader(opened, kind, channel);
    reader.prepare();
    SocketAddress source = target.source(opened);
    if (source != null) { // or the kernel would look for a port that nobody has had for a minute
      channel.bind(source);
    }
    channel.register(selector, SelectionKey.OP_CONNECT, reader);
    channel.connect(target.server());
    readers.add(reader);
    if (kind == Reader.Kind.PASSING) {
      passing.add(reader);
    } else {
      opened++;
    }
    connecting++;
  }

  private void replace() throws IOException {
    open(Reader.Kind.PASSING);
    if (passing.size() > turnover.population()) {
      Reader oldest = passing.remove();
      readers.remove(oldest);
      oldest.close();
    }
  }

  /** From now on so many passing readers come each second, and as many leave; zero stops it. */
  void turnOver(long perSecond) {
    turnover.begin(perSecond, System.nanoTime());
  }

  /** Whether every reader has sent its request. */
  boolean complete() {
    return opened == target.readers() && connecting == 0;
  }

  /** Whether something is due soon even if no byte arrives. */
  boolean busy() {
    return !complete() || turnover.active();
  }

  Tally tally() {
    return tally;
  }

  /** Closes one connection, and says when. */
  Message leave() {
    Reader leaving = readers.iterator().next();
    readers.remove(leaving);
    long now = System.nanoTime();
    leaving.close();
    return Message.of("left").with("time", now);
  }

  /** How many connections there are. */
  Message size() {
    return Message.of("open").with("readers", readers.size());
  }

  void close() {
    closed = true;
    turnOver(0);
    readers.forEach(Reader::close);
    readers.clear();
    passing.clear();
    if (acks != null) {
      try {
        acks.close();
      } catch (IOException alreadyGone) {
        // Closed is what it is to be.
      }
    }
  }
}
