package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.HubEnvironment;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CatchUpTest {

  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final AtomicInteger looks = new AtomicInteger();
  private final CountDownLatch last = new CountDownLatch(1);
  private volatile int busyLooks;
  private final CatchUp catchUp =
      new CatchUp(
          HubEnvironment.system().withShards(2),
          new RightOfWay(() -> looks.incrementAndGet() <= busyLooks),
          failures::add);

  @AfterEach
  void close() {
    catchUp.close();
  }

  @Test
  void givesEveryoneOneTurnBeforeAnyoneGetsAnother() throws Exception {
    List<String> turns = new CopyOnWriteArrayList<>();
    CountDownLatch done = new CountDownLatch(6);
    catchUp.execute(all -> List.of("a", "b", "c").forEach(name -> takeTwoTurns(name, turns, done)));
    done.await();

    assertThat(turns).containsExactly("a", "b", "c", "a", "b", "c");
  }

  private void takeTwoTurns(String name, List<String> turns, CountDownLatch done) {
    catchUp.execute(
        batch -> {
          turns.add(name);
          done.countDown();
          catchUp.execute(
              again -> {
                turns.add(name);
                done.countDown();
              });
        });
  }

  @Test
  void waitsWhileALaneIsBusy() throws Exception {
    busyLooks = 3;

    catchUp.execute(batch -> last.countDown());
    last.await();

    assertThat(looks).hasValue(4);
  }

  @Test
  void doesNotWaitForEverForLanesThatAreAlwaysBusy() throws Exception {
    busyLooks = Integer.MAX_VALUE;

    catchUp.execute(batch -> last.countDown());
    last.await();

    assertThat(failures).isEmpty();
  }

  @Test
  void goesOnAfterATurnThatThrows() throws Exception {
    catchUp.execute(
        batch -> {
          throw new IllegalStateException("bug");
        });
    catchUp.execute(batch -> last.countDown());
    last.await();

    assertThat(failures).hasSize(1);
  }

  @Test
  void takesNobodyWhenItHasClosed() {
    catchUp.close();

    catchUp.execute(batch -> last.countDown());

    assertThat(last.getCount()).isEqualTo(1);
    assertThat(failures).isEmpty();
  }
}
