package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class TurnstileTest {

  private static final int NEWCOMERS = 200;
  private static final RightOfWay NOBODY_IS_BUSY = new RightOfWay(() -> false);

  private final List<Long> rests = new CopyOnWriteArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private final CrowdPace pace = new CrowdPace(1, now::get, rests::add);
  private Turnstile turnstile = turnstile(Duration.ofSeconds(30));
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final AtomicInteger inside = new AtomicInteger();
  private final AtomicInteger most = new AtomicInteger();

  @AfterEach
  void close() {
    threads.shutdownNow();
  }

  private Turnstile turnstile(Duration patience) {
    return new Turnstile(1, patience, NOBODY_IS_BUSY, pace);
  }

  private void open() {
    most.accumulateAndGet(inside.incrementAndGet(), Math::max);
    Thread.onSpinWait();
    inside.decrementAndGet();
  }

  /** Somebody who does this while he is in. */
  private Future<?> enterAnd(Runnable opening) throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    Runnable first =
        () -> {
          entered.countDown();
          opening.run();
        };
    Future<?> passing = threads.submit(() -> turnstile.pass(first));
    entered.await();
    return passing;
  }

  @Test
  void letsThroughOneAtATime() throws Exception {
    List<Future<?>> newcomers = new ArrayList<>();
    for (int i = 0; i < NEWCOMERS; i++) {
      newcomers.add(threads.submit(() -> turnstile.pass(this::open)));
    }
    for (Future<?> newcomer : newcomers) {
      newcomer.get();
    }

    assertThat(most).hasValue(1);
  }

  @Test
  void oneThatIsStuckHoldsUpTheOthersOnlyForAMoment() throws Exception {
    turnstile = turnstile(Duration.ofMillis(1));
    CountDownLatch stuck = new CountDownLatch(1);
    Future<?> first = enterAnd(() -> awaitQuietly(stuck));

    turnstile.pass(this::open);

    assertThat(first.isDone()).isFalse();
    assertThat(most).hasValue(1);
    stuck.countDown();
    first.get();
  }

  @Test
  void oneThatFailsLeavesItsPlace() throws Exception {
    for (int i = 0; i < 2; i++) {
      Future<?> failing =
          threads.submit(
              () ->
                  turnstile.pass(
                      () -> {
                        throw new IllegalStateException("bug");
                      }));
      assertThat(failing).failsWithin(Duration.ofSeconds(20));
    }

    turnstile.pass(this::open);

    assertThat(most).hasValue(1);
  }

  /** Much is sent to others. */
  private void slowDown() {
    for (int i = 1; i <= 20; i++) {
      now.addAndGet(Duration.ofMillis(100).toNanos());
      pace.look(1000L * i, false);
    }
  }

  /** Is in until somebody waits behind. */
  private Future<?> enterBeforeOthers(long took) throws InterruptedException {
    return enterAnd(
        () -> {
          await().until(turnstile::hasLine);
          now.addAndGet(took);
        });
  }

  @Test
  void keepsThePaceForThoseWhoWaitBehind() throws Exception {
    slowDown();
    Future<?> first = enterBeforeOthers(1000);

    turnstile.pass(this::open); // and nobody comes after this one

    first.get();
    assertThat(rests).containsExactly(CrowdPace.STEP.toNanos() - 1000);
  }

  @Test
  void hasNobodyWaitWhereLittleIsSentToOthers() throws Exception {
    Future<?> first = enterBeforeOthers(1000);

    turnstile.pass(this::open);

    first.get();
    assertThat(rests).isEmpty();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
