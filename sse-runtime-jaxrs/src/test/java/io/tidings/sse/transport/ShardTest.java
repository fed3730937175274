package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.HubEnvironment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ShardTest {

  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final CatchUp catchUp =
      new CatchUp(HubEnvironment.system(), new RightOfWay(() -> false), failures::add);
  private final Shard shard = new Shard(Thread::new, catchUp, failures::add);
  private final List<String> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch last = new CountDownLatch(1);

  @AfterEach
  void close() {
    shard.close();
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
