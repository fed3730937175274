package io.tidings.sse.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A sink that blocks or says "not writable" at random, breaks after some writes, and fails its test
 * when two threads write at once.
 */
final class RestlessSink implements StreamSink {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Random random;
  private final boolean blocking;
  private final Executor container;
  private final int writesToLive;
  private int writes;
  volatile boolean wasEnteredTwice;
  private volatile SinkEvents events;

  RestlessSink(Random random, Executor container, int writesToLive) {
    this.random = random;
    this.blocking = random.nextBoolean();
    this.container = container;
    this.writesToLive = writesToLive;
    this.events =
        new SinkEvents() {
          @Override
          public void writable() {}

          @Override
          public void gone() {}
        };
  }

  @Override
  public boolean isBlocking() {
    return blocking;
  }

  @Override
  public void open(SinkEvents events) {
    this.events = events;
  }

  @Override
  public boolean write(Batch batch) throws IOException {
    if (inside.incrementAndGet() != 1) {
      wasEnteredTwice = true;
    }
    try {
      if (++writes > writesToLive) {
        throw new IOException("gone");
      }
      batch.writeTo(bytes);
      return rest();
    } finally {
      inside.decrementAndGet();
    }
  }

  private boolean rest() {
    int chance = random.nextInt(10);
    if (blocking && chance == 0) {
      LockSupport.parkNanos(random.nextInt(500_000));
    } else if (!blocking && chance < 3) {
      container.execute(events::writable);
      return false;
    }
    return true;
  }

  @Override
  public void end() {
    closed.set(true);
  }

  @Override
  public void abort() {
    closed.set(true);
  }

  boolean isClosed() {
    return closed.get();
  }

  /** What was written; after it was closed. */
  byte[] bytes() {
    return bytes.toByteArray();
  }
}
