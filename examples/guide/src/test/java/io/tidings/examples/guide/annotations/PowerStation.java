package io.tidings.examples.guide.annotations;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PollResult;
import java.util.List;

// tag::sources[]
/** Says what is true now; the hub asks. */
final class PowerStation implements WarehouseSources {

  @Override
  public PollResult<Double> power(String warehouse) {
    return PollResult.of(3.5);
  }

  @Override
  public Gates gates(String warehouse) {
    return new Gates(List.of("north"));
  }

  static Hub hub() {
    return Hub.builder().sources(new PowerStation()).build();
  }
}
// end::sources[]
