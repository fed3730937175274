package io.tidings.sse.transport;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLZ_Result;

/**
 * A thread aside sends the rest of what a reader has missed, while its lane has others read for
 * whoever is where they are: each reader gets everything once, in order, from one thread at a time.
 */
@JCStressTest
@Outcome(
    id = "123456789, 123456789, true",
    expect = Expect.ACCEPTABLE,
    desc = "everything, in order")
@Outcome(expect = Expect.FORBIDDEN, desc = "two have read for one reader at the same time")
@State
public class StepInStress {

  private final News news = new News();
  private final TwoThreadLane lane = new TwoThreadLane();
  private final Delivery delivery = new Delivery(news.hub, List.of(lane));
  private final KeepingSink prompt = new KeepingSink();
  private final KeepingSink late = new KeepingSink();

  /** One reader is live; the other one has missed an event. */
  public StepInStress() {
    open(null, prompt);
    lane.runRest();
    news.publish(1);
    lane.runRest();
    open("t-0", late);
    lane.runOwn();
  }

  private void open(@Nullable String lastEventId, KeepingSink sink) {
    delivery.open(news.admit(lastEventId, null), sink);
  }

  /** The lane's thread, which publishes, too. */
  @Actor
  public void deliver() {
    for (int number = 2; number <= 9; number++) {
      news.publish(number);
      lane.runOwn();
    }
  }

  /** The thread aside. */
  @Actor
  public void catchUp() {
    lane.runAside();
  }

  /** What has left. */
  @Arbiter
  public void look(LLZ_Result result) {
    lane.runRest();
    result.r1 = prompt.data();
    result.r2 = late.data();
    result.r3 = prompt.isAlone && late.isAlone;
  }

  /** Keeps what is written to it, and looks who is in it. */
  private static final class KeepingSink implements StreamSink {

    private static final String DATA = "data: ";

    private final AtomicBoolean entered = new AtomicBoolean();

    // Written by the pumping thread, whichever it is: the pump publishes them.
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private boolean isAlone = true;

    @Override
    public boolean isBlocking() {
      return false;
    }

    @Override
    public void open(SinkEvents events) {}

    @Override
    public boolean write(Batch batch) throws IOException {
      isAlone &= entered.compareAndSet(false, true);
      batch.writeTo(written);
      Thread.yield(); // to the other thread, so that it finds this one in the middle of its work
      entered.set(false);
      return true;
    }

    @Override
    public void end() {}

    @Override
    public void abort() {}

    String data() {
      return written
          .toString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(DATA))
          .map(line -> line.substring(DATA.length()))
          .collect(Collectors.joining());
    }
  }
}
