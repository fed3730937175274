package io.tidings.sse.hub;

import io.tidings.sse.transport.StressEnvironment;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/** A transport opens a subscription while somebody ends it: afterwards nobody reads. */
@JCStressTest
@Outcome(id = "(true|false), 0", expect = Expect.ACCEPTABLE, desc = "opened or not, it has left")
@Outcome(expect = Expect.FORBIDDEN, desc = "it still reads, or has left twice")
@State
public class StreamReadersStress {

  private static final StreamDefinition STREAM =
      StreamDefinition.of(StreamReadersStress.class, "/news")
          .withTopic(
              TopicDefinition.of("All", "all").withEvent(EventDefinition.of("news", String.class)));

  private final Hub hub = Hub.builder().environment(StressEnvironment.still()).build();
  private final Subscription subscription =
      ((Admission.Granted)
              hub.admit(
                  new SubscriptionRequest(STREAM, "news", List.of("all"), false, null, "a", null)))
          .subscription();

  /** The transport. */
  @Actor
  public void open(ZI_Result result) {
    result.r1 = subscription.open(new ConcurrentLinkedQueue<Runnable>()::add, () -> {});
  }

  /** Its peer has gone. */
  @Actor
  public void end() {
    subscription.ended(CloseReason.CLOSED_BY_CLIENT);
  }

  /** Who is left. */
  @Arbiter
  public void look(ZI_Result result) {
    result.r2 = hub.publisher(STREAM).topic("all").subscriberCount() + hub.connections().size();
  }
}
