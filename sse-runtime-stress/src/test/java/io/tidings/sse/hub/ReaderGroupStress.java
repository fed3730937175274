package io.tidings.sse.hub;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** A signal comes while the group runs for the one before: it runs again, or has seen the news. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "the news was seen")
@Outcome(expect = Expect.FORBIDDEN, desc = "a signal was lost")
@State
public class ReaderGroupStress {

  private final Queue<Runnable> lane = new ConcurrentLinkedQueue<>();
  private final ReaderGroup group = new ReaderGroup(lane::add);
  private volatile boolean news;
  private boolean seen;

  /** Signalled once before. */
  public ReaderGroupStress() {
    group.signal();
  }

  /** A publisher. */
  @Actor
  public void publish() {
    news = true;
    group.signal();
  }

  /** The lane's thread. */
  @Actor
  public void run() {
    runNext();
  }

  /** The rest of what the lane has to do. */
  @Arbiter
  public void runAll(Z_Result result) {
    while (runNext()) {
      // until there is nothing left
    }
    result.r1 = seen;
  }

  private boolean runNext() {
    Runnable task = lane.poll();
    if (task == null) {
      return false;
    }
    task.run();
    seen |= news;
    return true;
  }
}
