package io.tidings.sse.hub;

import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

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
    AtomicReference<Runnable> sweep,
    @Nullable Archive archive,
    ReplayLimit replayLimit) {

  /** Forgets at once what nobody would miss, unless that was done a moment ago. No lock is held. */
  boolean reclaim() {
    boolean isTime = topics.mayReclaim(nanoTime());
    if (isTime) {
      sweep.get().run();
    }
    return isTime;
  }

  /** The same for what is never kept. */
  HubContext inMemory() {
    return new HubContext(
        environment,
        payloads,
        notices,
        connections,
        timer,
        registry,
        calls,
        filterThreads,
        sight,
        topics,
        patience,
        sweep,
        null,
        replayLimit);
  }

  long nanoTime() {
    return environment.nanoTime().getAsLong();
  }

  double random() {
    return environment.random().getAsDouble();
  }
}
