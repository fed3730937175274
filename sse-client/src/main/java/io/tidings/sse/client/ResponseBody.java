package io.tidings.sse.client;

import java.io.IOException;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of a response, taken by one thread. Nothing is asked of the network before it is taken,
 * so whoever takes slowly slows the socket down.
 */
final class ResponseBody implements BodySubscriber<ResponseBody> {

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition arrived = lock.newCondition();

  // Written under the lock, by the threads of the HTTP client and by who cancels.
  private Flow.@Nullable Subscription subscription;
  private @Nullable List<ByteBuffer> chunk;
  private @Nullable Throwable failure;
  private boolean ended;
  private boolean cancelled;
  private boolean asked;

  @Override
  public CompletionStage<ResponseBody> getBody() {
    return CompletableFuture.completedFuture(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription newSubscription) {
    boolean unwanted;
    boolean wanted;
    lock.lock();
    try {
      unwanted = cancelled;
      wanted = asked;
      subscription = newSubscription;
    } finally {
      lock.unlock();
    }
    if (unwanted) {
      newSubscription.cancel();
    } else if (wanted) {
      newSubscription.request(1);
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    change(() -> chunk = buffers);
  }

  @Override
  public void onError(Throwable throwable) {
    change(
        () -> {
          failure = throwable;
          ended = true;
        });
  }

  @Override
  public void onComplete() {
    change(() -> ended = true);
  }

  /** Lets go of the connection; who waits in {@link #take} returns. */
  void cancel() {
    Flow.Subscription current;
    lock.lock();
    try {
      cancelled = true;
      ended = true;
      current = subscription;
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
    if (current != null) {
      current.cancel();
    }
  }

  /**
   * Waits for the next bytes.
   *
   * @return the bytes; {@code null} at the end
   * @throws StreamException when the connection breaks or is silent for so long
   */
  @Nullable List<ByteBuffer> take(long nanos) throws StreamException, InterruptedException {
    ask();
    lock.lock();
    try {
      long left = nanos;
      while (chunk == null && !ended) {
        if (left <= 0) {
          throw silent(nanos);
        }
        left = arrived.awaitNanos(left);
      }
      return cancelled ? null : next();
    } finally {
      lock.unlock();
    }
  }

  private @Nullable List<ByteBuffer> next() throws StreamException {
    List<ByteBuffer> next = chunk;
    if (next != null) {
      chunk = null;
      asked = false;
      return next;
    }
    if (failure != null) {
      throw StreamException.of(
          StreamException.Fault.NETWORK, "connection broke: " + message(failure), failure);
    }
    return null;
  }

  // Outside the lock: the HTTP client may deliver before request returns.
  private void ask() {
    Flow.Subscription current = null;
    lock.lock();
    try {
      if (!asked && !ended) {
        asked = true;
        current = subscription;
      }
    } finally {
      lock.unlock();
    }
    if (current != null) {
      current.request(1);
    }
  }

  private void change(Runnable change) {
    lock.lock();
    try {
      change.run();
      arrived.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private static StreamException silent(long nanos) {
    return StreamException.of(
        StreamException.Fault.TIMEOUT,
        "an open stream must not be silent for longer than " + nanos / 1_000_000 + " ms",
        null);
  }

  private static String message(Throwable failure) {
    return failure instanceof IOException && failure.getMessage() != null
        ? failure.getMessage()
        : failure.toString();
  }
}
