package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class FirstBlocksTest extends ManualDelivery {

  /** What one processor has its containers bear. */
  private static final int MOST = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final List<Thread> threads = new ArrayList<>();

  /** A sink whose peer takes not even the first block. */
  private static final class ClosedSink implements StreamSink {

    private final CountDownLatch written = new CountDownLatch(1);
    private final CountDownLatch aborted = new CountDownLatch(1);
    private final boolean isFreedByAbort;

    ClosedSink(boolean isFreedByAbort) {
      this.isFreedByAbort = isFreedByAbort;
    }

    @Override
    public boolean isBlocking() {
      return true;
    }

    @Override
    public boolean isFreedByAbort() {
      return isFreedByAbort;
    }

    @Override
    public void open(SinkEvents events) {}

    @Override
    public boolean write(Batch batch) throws IOException {
      written.countDown();
      try {
        aborted.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
      throw new IOException("was aborted");
    }

    @Override
    public void end() {}

    @Override
    public void abort() {
      aborted.countDown();
    }

    boolean isAborted() {
      return aborted.getCount() == 0;
    }
  }

  @AfterEach
  void close() throws Exception {
    hub.close(Duration.ZERO);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private List<ClosedSink> stuck(int count, boolean areFreedByAbort) throws Exception {
    List<ClosedSink> sinks = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ClosedSink closed = new ClosedSink(areFreedByAbort);
      Thread request = new Thread(() -> delivery.open(admit(null), closed));
      request.start();
      threads.add(request);
      assertThat(closed.written.await(10, TimeUnit.SECONDS)).isTrue();
      sinks.add(closed);
    }
    return sinks;
  }

  @Test
  void tooManyThatTakeNoFirstBlockAreCutAfterASecond() throws Exception {
    List<ClosedSink> sinks = stuck(MOST + 1, true);

    timer.advance(PATIENCE.minusMillis(100));
    assertThat(sinks).noneMatch(ClosedSink::isAborted);

    timer.advance(Duration.ofMillis(300));
    assertThat(sinks).allMatch(ClosedSink::isAborted);
    assertThat(delivery.connections()).isZero();
  }

  @Test
  void aHaltOfTheProcessIsNoTimeOfThem() throws Exception {
    List<ClosedSink> sinks = stuck(MOST + 1, true);

    timer.halt(Duration.ofSeconds(5));
    timer.advance(PATIENCE.minusMillis(200));
    assertThat(sinks).noneMatch(ClosedSink::isAborted);

    timer.advance(Duration.ofMillis(300));
    assertThat(sinks).allMatch(ClosedSink::isAborted);
  }

  @Test
  void aFewThatTakeNoFirstBlockHaveTheirWriteTimeout() throws Exception {
    List<ClosedSink> sinks = stuck(MOST, true);

    timer.advance(Duration.ofSeconds(29));
    assertThat(sinks).noneMatch(ClosedSink::isAborted);

    timer.advance(Duration.ofSeconds(2));
    assertThat(sinks).allMatch(ClosedSink::isAborted);
  }

  @Test
  void whoseThreadNobodyCanFreeHasItsWriteTimeout() throws Exception {
    List<ClosedSink> sinks = stuck(MOST + 1, false);

    timer.advance(PATIENCE.multipliedBy(2));

    assertThat(sinks).noneMatch(ClosedSink::isAborted);
  }
}
