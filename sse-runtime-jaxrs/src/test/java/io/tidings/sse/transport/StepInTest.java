package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** While a thread aside sends a reader what it has missed, nobody else reads for it. */
@Timeout(30)
final class StepInTest extends ManualDelivery {

  private final RecordingSink late = new RecordingSink();
  private final Semaphore begun = new Semaphore(0);
  private final Semaphore mayGoOn = new Semaphore(0);

  @Test
  void whoIsStillWrittenToAsideGetsNothingFromThoseAtItsPlace() {
    open();
    lane.runAll();
    publish(1, 1);
    lane.runAll();
    delivery.open(admit("t1-0"), late);
    lane.runNew();
    late.duringWrites(this::hold);

    CompletableFuture<Void> aside = CompletableFuture.runAsync(lane.takePatient());
    begun.acquireUninterruptibly(); // in the write of what it has missed
    publish(2, 2);
    mayGoOn.release();
    begun.acquireUninterruptibly(); // in its last write before the lane would do it
    lane.runNew(); // the other reader comes to the same place
    publish(3, 3);
    sink.duringWrites(() -> finishAside(aside));
    lane.runAll();

    assertThat(late.data()).containsExactly("n1", "n2", "n3", "n4");
    assertThat(sink.data()).containsExactly("n1", "n2", "n3", "n4");
  }

  /** On the thread aside. */
  private void hold() {
    begun.release();
    mayGoOn.acquireUninterruptibly();
  }

  /** On the lane's thread, between one reader and the next. */
  private void finishAside(CompletableFuture<Void> aside) {
    sink.duringWrites(() -> {});
    publish(4, 4);
    late.duringWrites(() -> {});
    mayGoOn.release();
    aside.join();
  }
}
