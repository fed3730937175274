package io.tidings.sse.client;

import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Streams for subscribers: no event is read that nobody has requested. */
final class EventPublisher implements Flow.Publisher<ReceivedEvent> {

  private final SseClient client;

  EventPublisher(SseClient client) {
    this.client = client;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super ReceivedEvent> subscriber) {
    Demand demand = new Demand(subscriber);
    subscriber.onSubscribe(demand);
    demand.start(client);
  }

  /** What one subscriber has requested, and the stream that serves it. */
  private static final class Demand implements Flow.Subscription, RawListener {

    private final Flow.Subscriber<? super ReceivedEvent> subscriber;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    // Guarded by the lock.
    private long requested;
    private boolean cancelled;
    private @Nullable IllegalArgumentException refused;
    private @Nullable EventStream stream;

    Demand(Flow.Subscriber<? super ReceivedEvent> subscriber) {
      this.subscriber = subscriber;
    }

    void start(SseClient client) {
      lock.lock();
      try {
        if (!cancelled) {
          stream = EventStream.start(client, this, () -> {});
        }
        if (refused != null) {
          stop();
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void request(long count) {
      lock.lock();
      try {
        if (count < 1) {
          refused = new IllegalArgumentException("request must be at least 1; was " + count);
          stop();
        }
        requested = requested + count < 0 ? Long.MAX_VALUE : requested + Math.max(0, count);
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void cancel() {
      lock.lock();
      try {
        cancelled = true;
        stop();
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void onEvent(ReceivedEvent event) throws InterruptedException {
      if (awaitDemand()) {
        subscriber.onNext(event);
      }
    }

    @Override
    public void onEnd(EndReason reason) {
      lock.lock();
      try {
        if (cancelled) {
          return;
        }
        cancelled = true;
      } finally {
        lock.unlock();
      }
      Throwable failure = failure(reason);
      if (failure == null) {
        subscriber.onComplete();
      } else {
        subscriber.onError(failure);
      }
    }

    private boolean awaitDemand() throws InterruptedException {
      lock.lock();
      try {
        while (requested == 0 && !cancelled && refused == null) {
          changed.await();
        }
        if (cancelled || refused != null) {
          return false;
        }
        requested -= requested == Long.MAX_VALUE ? 0 : 1;
        return true;
      } finally {
        lock.unlock();
      }
    }

    private @Nullable Throwable failure(EndReason reason) {
      lock.lock();
      try {
        if (refused != null || reason != EndReason.FAILED || stream == null) {
          return refused;
        }
        return stream.failure().orElse(null);
      } finally {
        lock.unlock();
      }
    }

    private void stop() {
      if (stream != null) {
        stream.close();
      }
    }
  }
}
