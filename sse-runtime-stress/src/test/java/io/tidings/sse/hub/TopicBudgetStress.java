package io.tidings.sse.hub;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZI_Result;

/** Two streams take the last place for a topic: one of them gets it. */
@JCStressTest
@Outcome(id = "true, false, 1", expect = Expect.ACCEPTABLE, desc = "the first was first")
@Outcome(id = "false, true, 1", expect = Expect.ACCEPTABLE, desc = "the second was first")
@Outcome(expect = Expect.FORBIDDEN, desc = "one too many, or a place lost")
@State
public class TopicBudgetStress {

  private final TopicBudget budget = new TopicBudget(1);

  /** One stream. */
  @Actor
  public void one(ZZI_Result result) {
    result.r1 = budget.takeForPublisher();
  }

  /** Another one. */
  @Actor
  public void other(ZZI_Result result) {
    result.r2 = budget.takeForPublisher();
  }

  /** How many were taken. */
  @Arbiter
  public void look(ZZI_Result result) {
    result.r3 = budget.known();
  }
}
