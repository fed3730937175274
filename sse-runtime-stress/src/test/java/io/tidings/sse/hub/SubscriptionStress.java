package io.tidings.sse.hub;

import io.tidings.sse.transport.StressEnvironment;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** A connection ends in two ways at once: its seat and its place are given back exactly once. */
@JCStressTest
@Outcome(id = "1, 0", expect = Expect.ACCEPTABLE, desc = "the other reader is left alone")
@Outcome(expect = Expect.FORBIDDEN, desc = "given back twice, or never")
@State
public class SubscriptionStress {

  private static final StreamDefinition STREAM =
      StreamDefinition.of(SubscriptionStress.class, "/news")
          .withTopic(
              TopicDefinition.of("All", "all").withEvent(EventDefinition.of("news", String.class)));

  private final Hub hub = Hub.builder().environment(StressEnvironment.still()).build();
  private final Subscription ending = admit("ending");

  /** Another reader stays. */
  public SubscriptionStress() {
    admit("staying");
  }

  private Subscription admit(String client) {
    SubscriptionRequest request =
        new SubscriptionRequest(STREAM, "news", List.of("all"), false, null, client, null);
    return ((Admission.Granted) hub.admit(request)).subscription();
  }

  /** Its peer has gone. */
  @Actor
  public void gone() {
    ending.ended(CloseReason.CLOSED_BY_CLIENT);
  }

  /** The application closes it. */
  @Actor
  public void close() {
    ending.close(CloseReason.CLOSED_BY_SERVER);
  }

  /** Who is left. */
  @Arbiter
  public void look(II_Result result) {
    result.r1 = hub.publisher(STREAM).topic("all").subscriberCount();
    result.r2 = ending.isOpen() ? 1 : 0;
  }
}
