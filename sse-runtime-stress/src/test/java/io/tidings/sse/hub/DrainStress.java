package io.tidings.sse.hub;

import io.tidings.sse.transport.StressEnvironment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** A connection is drained while it is read: before it ends, it is told when to come back. */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "it was told and has ended")
@Outcome(expect = Expect.FORBIDDEN, desc = "it has ended without a word, or not at all")
@State
public class DrainStress {

  private static final int BUDGET = 1 << 20;
  private static final StreamDefinition STREAM =
      StreamDefinition.of(DrainStress.class, "/news")
          .withTopic(
              TopicDefinition.of("All", "all").withEvent(EventDefinition.of("news", String.class)));

  private final Hub hub = Hub.builder().environment(StressEnvironment.still()).build();
  private final Subscription subscription = admit();

  // Written by whoever reads, one after the other.
  private boolean wasTold;
  private boolean hasEnded;

  private Subscription admit() {
    SubscriptionRequest request =
        new SubscriptionRequest(STREAM, "news", List.of("all"), false, null, "reader", null);
    Subscription admitted = ((Admission.Granted) hub.admit(request)).subscription();
    while (admitted.read((bytes, from, to, events) -> {}, BUDGET) == Progress.MORE) {
      // It has come to where it waits for what is new.
    }
    return admitted;
  }

  /** The hub closes. */
  @Actor
  public void drain() {
    subscription.drain();
  }

  /** The pump. */
  @Actor
  public void read() {
    hasEnded = subscription.read(this::take, BUDGET) == Progress.ENDED;
  }

  private void take(byte[] bytes, int from, int to, int events) {
    wasTold |= new String(bytes, from, to - from, StandardCharsets.UTF_8).startsWith("retry:");
  }

  /** The pump again, if it was not drained before. */
  @Arbiter
  public void look(ZZ_Result result) {
    if (!hasEnded) {
      read();
    }
    result.r1 = wasTold;
    result.r2 = hasEnded;
  }
}
