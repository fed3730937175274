package io.tidings.sse.hub;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.Z_Result;

/** Two first uses at once: both get the one object that is kept. */
@JCStressTest
@Outcome(id = "true", expect = Expect.ACCEPTABLE, desc = "the same object")
@Outcome(expect = Expect.FORBIDDEN, desc = "one of them got another object")
@State
public class LazyStress {

  private final Lazy<Object> lazy = new Lazy<>(Object::new);
  private Object first = this;
  private Object second = this;

  /** One use. */
  @Actor
  public void one() {
    first = lazy.get();
  }

  /** Another one. */
  @Actor
  public void other() {
    second = lazy.get();
  }

  /** What they got. */
  @Arbiter
  public void look(Z_Result result) {
    result.r1 = first == second && first == lazy.get();
  }
}
