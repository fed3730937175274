package io.tidings.sse.transport;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** Two threads bring news at once: both events leave, and the sink is never entered twice. */
@JCStressTest
@Outcome(id = "2, true", expect = Expect.ACCEPTABLE, desc = "both events, one thread at a time")
@Outcome(expect = Expect.FORBIDDEN, desc = "a wake-up was lost, or the sink was entered twice")
@State
public class PumpStress {

  private final News news = new News();
  private final CountingSink sink = new CountingSink();

  /** Opens the connection, so that the actors find it idle. */
  public PumpStress() {
    Delivery delivery = new Delivery(news.hub, List.of(new InlineLane()));
    delivery.open(news.admit(null, null), sink);
  }

  /** One publisher. */
  @Actor
  public void one() {
    news.publish(1);
  }

  /** Another one. */
  @Actor
  public void other() {
    news.publish(2);
  }

  /** What has left. */
  @Arbiter
  public void look(IZ_Result result) {
    result.r1 = sink.frames;
    result.r2 = sink.isAlone;
  }

  /** Counts events, and who is in it. */
  private static final class CountingSink implements StreamSink {

    private final AtomicBoolean entered = new AtomicBoolean();

    // Written by the pumping thread, whichever it is: the pump publishes them.
    private int frames;
    private boolean isAlone = true;

    @Override
    public boolean isBlocking() {
      return false;
    }

    @Override
    public void open(SinkEvents events) {}

    @Override
    public boolean write(Batch batch) {
      isAlone &= entered.compareAndSet(false, true);
      frames += batch.frames();
      entered.set(false);
      return true;
    }

    @Override
    public void end() {}

    @Override
    public void abort() {}
  }
}
