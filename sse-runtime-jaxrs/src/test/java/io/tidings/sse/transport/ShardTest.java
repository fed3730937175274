package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.tidings.sse.hub.HubEnvironment;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShardTest {

  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final AtomicLong now = new AtomicLong();
  private final HubEnvironment system = HubEnvironment.system();
  private final HubEnvironment environment =
      new HubEnvironment(
          now::get, system.random(), system.tokens(), system.threads(), system.timer(), 1);
  private final CatchUp catchUp =
      new CatchUp(environment, new RightOfWay(() -> false), failures::add);
  private final Shard shard =
      new Shard(environment, Duration.ofHours(1), catchUp, failures::add); // for ever, in a test
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch last = new CountDownLatch(1);

  @AfterEach
  void close() {
    shard.close();
  }

  @Test
  void countsTheWritesThatBringEventsToOneReaderOrToMany() {
    shard.batch().add(new byte[1], 0, 1, 1);
    shard.batch().written();
    shard.load().add(new byte[1], 0, 1, 1);
    shard.load().written();
    shard.load().written();

    assertThat(shard.writes()).isEqualTo(3);
  }

  @Test
  void letsWhatIsNewGoFirstAndKeepsNobodyWaitingForEver() throws Exception {
    shard.execute(
        () -> {
          List.of("late 1", "late 2").forEach(name -> shard.later(() -> done.add(name)));
          shard.later(last::countDown);
          List.of("new 1", "new 2").forEach(name -> shard.execute(() -> done.add(name)));
        });
    last.await();

    assertThat(done).containsExactly("late 1", "new 1", "late 2", "new 2");
    assertThat(failures).isEmpty();
  }

  @Test
  void hasSomebodyElseServeThoseWhoCatchUp() throws Exception {
    shard.execute(
        () -> {
          done.add(Thread.currentThread().getName());
          shard.aside(
              batch -> {
                done.add(Thread.currentThread().getName());
                last.countDown();
              });
        });
    last.await();

    assertThat(done).doesNotHaveDuplicates().hasSize(2);
    assertThat(failures).isEmpty();
  }

  @Test
  void isBusyOnlyWhileItWorks() throws Exception {
    assertThat(shard.isBusy()).isFalse();
    shard.execute(() -> done.add("busy " + shard.isBusy()));

    await().until(() -> done.size() == 1 && !shard.isBusy());

    assertThat(done).containsExactly("busy true");
  }

  @Test
  void restsAfterALongPassThatIsToBeDoneAgainUntilThereIsSomethingElse() throws Exception {
    AtomicInteger passes = new AtomicInteger();
    Runnable pass = passThatIsSignalledMeanwhile(passes, Duration.ofHours(1));
    shard.execute(pass);
    await().until(() -> passes.get() == 1 && !shard.isBusy());

    shard.execute(last::countDown);
    last.await();

    assertThat(passes).hasValue(2);
  }

  @Test
  void doesNotRestAfterALongPassThatNobodyHasAskedForAgain() {
    AtomicInteger passes = new AtomicInteger();
    Runnable pass =
        () -> {
          now.addAndGet(Duration.ofHours(1).toNanos());
          passes.incrementAndGet();
        };
    shard.execute(pass);
    await().until(() -> passes.get() == 1 && !shard.isBusy());

    shard.execute(pass);

    await().untilAtomic(passes, is(2));
  }

  @Test
  void goesOnAtOnceWhereManyEventsLeaveInOneWriteAlready() {
    AtomicInteger passes = new AtomicInteger();
    Runnable pass = passThatIsSignalledMeanwhile(passes, Duration.ofHours(1));

    shard.execute(
        () -> {
          shard.load().add(new byte[1], 0, 1, 32);
          shard.load().clear();
          shard.execute(pass);
        });

    await().untilAtomic(passes, is(2));
  }

  @Test
  void goesOnAtOnceAfterAShortPass() {
    AtomicInteger passes = new AtomicInteger();
    shard.execute(passThatIsSignalledMeanwhile(passes, Duration.ofNanos(100_000)));

    await().untilAtomic(passes, is(2));
  }

  @Test
  void doesNotRestWhileSomebodyElseWaits() {
    AtomicInteger passes = new AtomicInteger();
    Runnable pass = passThatIsSignalledMeanwhile(passes, Duration.ofHours(1));
    Runnable catchingUp = () -> done.add("caught up");
    shard.execute(
        () -> {
          shard.later(() -> done.add("one"));
          shard.later(catchingUp);
          shard.execute(pass);
        });

    await().untilAtomic(passes, is(2));
    assertThat(done).containsExactly("one", "caught up");
  }

  /** News comes while it passes for the first time. */
  private Runnable passThatIsSignalledMeanwhile(AtomicInteger passes, Duration length) {
    return new Runnable() {
      @Override
      public void run() {
        now.addAndGet(length.toNanos());
        if (passes.incrementAndGet() == 1) {
          shard.execute(this);
        }
      }
    };
  }

  @Test
  void goesOnAfterATaskThatThrows() throws Exception {
    shard.execute(
        () -> {
          shard.later(
              () -> {
                throw new IllegalStateException("bug");
              });
          shard.later(last::countDown);
        });
    last.await();

    assertThat(failures).hasSize(1);
  }
}
