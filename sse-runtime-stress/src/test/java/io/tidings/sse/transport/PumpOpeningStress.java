package io.tidings.sse.transport;

import io.tidings.sse.hub.Hub;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/**
 * The container is ready while the connection is being opened: nothing leaves before it is known.
 */
@JCStressTest
@Outcome(id = "2, true", expect = Expect.ACCEPTABLE, desc = "the greeting, then the position")
@Outcome(expect = Expect.FORBIDDEN, desc = "a wake-up was lost, or it was read before it was open")
@State
public class PumpOpeningStress {

  private final News news = new News();
  private final Delivery delivery = new Delivery(news.hub, List.of(new InlineLane()));
  private final CuriousSink sink = new CuriousSink(news.hub);

  /** The request. */
  @Actor
  public void open() {
    delivery.open(news.admit(null, "reader"), sink);
  }

  /** The container, which says again and again that it can take bytes. */
  @Actor
  public void ready() {
    SinkEvents events = sink.events;
    while (events == null) {
      Thread.onSpinWait();
      events = sink.events;
    }
    for (int i = 0; i < 50; i++) {
      events.writable();
    }
  }

  /** What has left. */
  @Arbiter
  public void look(IZ_Result result) {
    result.r1 = sink.writes;
    result.r2 = sink.wasKnown;
  }

  /** Looks whether the connection is known whenever anything but the greeting leaves. */
  private static final class CuriousSink implements StreamSink {

    private final Hub hub;
    private volatile @Nullable SinkEvents events;

    // Written by the pumping thread, whichever it is: the pump publishes them.
    private int writes;
    private boolean wasKnown = true;

    CuriousSink(Hub hub) {
      this.hub = hub;
    }

    @Override
    public boolean isBlocking() {
      return false;
    }

    @Override
    public void open(SinkEvents events) {
      this.events = events;
    }

    @Override
    public boolean write(Batch batch) {
      wasKnown &= ++writes == 1 || hub.connection("reader").isPresent();
      return true;
    }

    @Override
    public void end() {}

    @Override
    public void abort() {}
  }
}
