package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.GuardRequest;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.SubscriptionGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the guards of a request, on threads of their own, and waits a bounded time for all of them.
 * Fails closed. Safe for any thread; one for each hub.
 */
final class Guards implements AutoCloseable {

  /** One guard, and what it is asked. */
  record Question(SubscriptionGuard guard, GuardRequest request) {}

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** So many guards may be stuck before other requests wait for them. */
  private static final int MOST_THREADS = 64;

  private final Hub hub;
  private final Duration patience;
  private final ThreadPoolExecutor pool;

  Guards(Hub hub, Duration patience) {
    this.hub = hub;
    this.patience = patience;
    this.pool =
        new ThreadPoolExecutor(
            MOST_THREADS,
            MOST_THREADS,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            hub.environment().threads());
    pool.allowCoreThreadTimeOut(true);
    pool.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy()); // the hub is closed
  }

  /** The guards of this hub; they end with it. */
  static Guards of(Hub hub) {
    return hub.companion(Guards.class, fresh -> new Guards(fresh, PATIENCE));
  }

  /** The strictest decision: a refusal if there is one, else the earliest end. */
  GuardDecision decide(List<Question> questions) {
    if (questions.isEmpty()) {
      return GuardDecision.allow();
    }
    FutureTask<GuardDecision> decision = new FutureTask<>(() -> answer(questions));
    pool.execute(decision);
    try {
      return decision.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      return refused("it threw", questions, e.getCause());
    } catch (TimeoutException e) {
      return refused("it took longer than " + patience, questions, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return refused("its request was interrupted", questions, e);
    } finally {
      decision.cancel(true);
    }
  }

  private GuardDecision refused(String why, List<Question> questions, Throwable cause) {
    String request = questions.get(0).request().toString();
    hub.failed(
        new IllegalStateException(
            "guard must answer a " + request + "; " + why + ". The client was refused", cause));
    return GuardDecision.forbid();
  }

  /** Asks everyone before it waits for anyone, because answers from elsewhere come side by side. */
  private static GuardDecision answer(List<Question> questions) throws Exception {
    List<GuardDecision> answers = new ArrayList<>();
    for (Question question : questions) {
      GuardDecision answer = question.guard().decide(question.request());
      if (isRefusal(answer)) {
        return answer;
      }
      answers.add(answer);
    }
    GuardDecision strictest = GuardDecision.allow();
    for (GuardDecision answer : answers) {
      GuardDecision made = awaited(answer);
      if (isRefusal(made)) {
        return made;
      }
      strictest = earlier(strictest, made);
    }
    return strictest;
  }

  private static boolean isRefusal(GuardDecision decision) {
    return decision instanceof GuardDecision.Forbidden
        || decision instanceof GuardDecision.Unauthenticated;
  }

  /** Whoever waits for the task bounds the time, and interrupts this when it is over. */
  private static GuardDecision awaited(GuardDecision answer) throws Exception {
    GuardDecision made = answer;
    while (made instanceof GuardDecision.Later later) {
      made = later.decision().toCompletableFuture().get();
    }
    if (made == null) {
      throw new IllegalStateException("guard must return a decision; was null");
    }
    return made;
  }

  private static GuardDecision earlier(GuardDecision one, GuardDecision other) {
    return until(other).isBefore(until(one)) ? other : one;
  }

  private static Instant until(GuardDecision decision) {
    return decision instanceof GuardDecision.Allowed allowed && allowed.until() != null
        ? allowed.until()
        : Instant.MAX;
  }

  @Override
  public void close() {
    pool.shutdownNow();
  }
}
