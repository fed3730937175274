package io.tidings.sse.hub;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Asks one source again and again while its topic has readers, and publishes what it says. Run by
 * the hub's timer; told by the threads of its calls, one call at a time.
 */
final class Poller implements Runnable, SourceCall.Asker {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** A source that fails is left alone for longer and longer, up to this or its own interval. */
  private static final Duration LONGEST_BACKOFF = Duration.ofMinutes(1);

  /** The timer has nothing to cancel: one that was stopped is gone when it wakes. */
  private static final Duration LONGEST_NAP = Duration.ofSeconds(5);

  private static final int MOST_DOUBLINGS = 16;
  private static final int MANY_FAILURES = 3;

  private final Question question;
  private final HubStream stream;
  private final Duration every;
  private final AtomicBoolean busy = new AtomicBoolean();

  // Used by the timer, but for the first time.
  private volatile long dueAt;
  private volatile long askedAt;

  // Written by the timer; read by whoever stops it.
  private volatile @Nullable SourceCall call;

  // Written by any thread.
  private volatile boolean stopped;

  // Written by the thread of a call or by the watch; read by any.
  private final AtomicInteger failures = new AtomicInteger();
  private volatile @Nullable Polled newest;

  /** What was published last; the sequence is zero until it is known. */
  record Polled(Answer answer, long sequence) {}

  Poller(Question question, Duration every) {
    this.question = question;
    this.stream = question.stream();
    this.every = every;
    this.dueAt = stream.context().nanoTime();
  }

  /** Asks unless it is too early, and again after the interval. */
  @Override
  public void run() {
    if (stopped || stream.isOver(question.topic())) {
      return;
    }
    long now = stream.context().nanoTime();
    if (now - dueAt >= 0) {
      dueAt = now + every.toNanos();
      if (mayAsk(now) && busy.compareAndSet(false, true)) {
        ask(now);
      }
    }
    long nap = Math.min(dueAt - now, LONGEST_NAP.toNanos());
    stream.context().timer().after(Duration.ofNanos(nap), this);
  }

  private void ask(long now) {
    askedAt = now;
    SourceCall next = question.call(PATIENCE, this);
    call = next;
    stream.context().calls().start(next);
    if (stopped) { // it may have been stopped before there was a call to abandon
      next.abandon();
    }
  }

  /** Whether the last failure was long enough ago. */
  private boolean mayAsk(long now) {
    int count = failures.get();
    if (count == 0) {
      return true;
    }
    long longest = Math.max(every.toNanos(), LONGEST_BACKOFF.toNanos());
    double wait = (double) every.toNanos() * Math.pow(2, Math.min(count, MOST_DOUBLINGS) - 1.0);
    return now - askedAt >= (long) Math.min((double) longest, wait);
  }

  /** Asks no more, and interrupts the source if it is being asked. */
  void stop() {
    stopped = true;
    SourceCall last = call;
    if (last != null) {
      last.abandon();
    }
  }

  /** Whether its source has failed again and again, and not answered since. */
  boolean isFailing() {
    return failures.get() >= MANY_FAILURES;
  }

  /** What a newcomer should know of; null before the first answer. */
  @Nullable Polled newest() {
    return newest;
  }

  @Override
  public void answered(@Nullable Answer answer) {
    failures.set(0);
    if (answer == null || stopped) {
      return;
    }
    Polled before = newest;
    boolean isOld = before != null && question.use().onlyChanges();
    boolean isSaid = isOld && answer.saysTheSameAs(before.answer());
    if ((isSaid || publish(answer, before)) && answer.isLast) {
      stream.writer().complete(question.topic());
    }
  }

  /** Whether it could be published. */
  private boolean publish(Answer answer, @Nullable Polled before) {
    newest = new Polled(answer, 0); // before it is published, or a newcomer might get neither
    try {
      newest = new Polled(answer, stream.writer().publish(question.topic(), answer));
      return true;
    } catch (RuntimeException e) {
      newest = before;
      if (!stream.isOver(question.topic())) {
        failed(e);
      }
      return false;
    }
  }

  @Override
  public void failed(Throwable failure) {
    question.failed(failure);
    tellReaders(failure);
  }

  @Override
  public void overdue(Duration patience) {
    question.overdue(patience);
    tellReaders(new TimeoutException("source did not answer within " + patience));
  }

  private void tellReaders(Throwable cause) {
    stream.context().registry().errors().tell(question, failures.incrementAndGet(), cause);
  }

  @Override
  public void returned() {
    busy.set(false);
  }
}
