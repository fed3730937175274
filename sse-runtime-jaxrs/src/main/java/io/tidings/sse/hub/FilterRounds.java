package io.tidings.sse.hub;

import io.tidings.sse.log.Cursor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Has the filters of one subscription decide, one round at a time and off the delivery threads, and
 * wakes its reader after each.
 */
final class FilterRounds {

  /** One topic's next frames; the cursor is the round's own. */
  private record Task(Screening screening, Cursor ahead, long upTo) {}

  private final Subscription subscription;
  private final Executor threads;
  private final AtomicBoolean busy = new AtomicBoolean();

  // Written by the reading thread; read by any.
  private volatile @Nullable FutureTask<?> current;

  FilterRounds(Subscription subscription, Executor threads) {
    this.subscription = subscription;
    this.threads = threads;
  }

  /** Begins to decide what lies between these sequences, unless it is being decided. */
  void request(TopicReader[] readers, long readThrough, long head) {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    List<Task> tasks = new ArrayList<>();
    for (TopicReader reader : readers) {
      Screening screening = reader.screening();
      long here = reader.pagedThrough(head);
      if (screening != null && screening.endsBy(readThrough) && here > readThrough) {
        tasks.add(new Task(screening, reader.cursor.copy(), here));
      }
    }
    if (tasks.isEmpty()) { // it is history that is waited for
      busy.set(false);
      return;
    }
    FutureTask<?> round = new FutureTask<>(() -> run(tasks), null);
    current = round;
    threads.execute(round);
    if (!subscription.isOpen()) { // it may have ended before it could be stopped
      stop();
    }
  }

  private void run(List<Task> tasks) {
    for (Task task : tasks) {
      if (subscription.isOpen()) {
        task.screening().decide(task.ahead(), task.upTo());
      }
    }
    busy.set(false); // before the signal, or what it asks for would be refused
    subscription.signal();
  }

  /** Interrupts the filter that is at work. */
  void stop() {
    FutureTask<?> round = current;
    if (round != null) {
      round.cancel(true);
    }
  }
}
