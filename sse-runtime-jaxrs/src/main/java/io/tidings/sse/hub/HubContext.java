package io.tidings.sse.hub;

import java.util.concurrent.atomic.AtomicReference;

/** What the streams of one hub share. */
record HubContext(
    HubEnvironment environment,
    Payloads payloads,
    Notices notices,
    Connections connections,
    Timer timer,
    SourceRegistry registry,
    SourceCalls calls,
    FilterThreads filterThreads,
    Sight sight,
    TopicBudget topics,
    Patience patience,
    AtomicReference<Runnable> sweep) {

  /** Forgets at once what nobody would miss, unless that was done a moment ago. No lock is held. */
  boolean reclaim() {
    boolean isTime = topics.mayReclaim(nanoTime());
    if (isTime) {
      sweep.get().run();
    }
    return isTime;
  }

  long nanoTime() {
    return environment.nanoTime().getAsLong();
  }

  double random() {
    return environment.random().getAsDouble();
  }
}
