package io.tidings.sse.transport;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/** The pump wants to end while the container finishes a write: exactly one of them ends. */
@JCStressTest
@Outcome(id = "true, true", expect = Expect.ACCEPTABLE, desc = "the container was first")
@Outcome(id = "false, false", expect = Expect.ACCEPTABLE, desc = "the container ends")
@Outcome(expect = Expect.FORBIDDEN, desc = "nobody ends, or both do")
@State
public class TurnStress {

  private final Turn turn = Turn.ofContainer();

  /** The pump. */
  @Actor
  public void pump(ZZ_Result result) {
    result.r1 = turn.end();
  }

  /** The container. */
  @Actor
  public void container(ZZ_Result result) {
    result.r2 = turn.toPump();
  }
}
