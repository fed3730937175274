package io.tidings.sse.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class OccupancyTest {

  private final Occupancy occupancy = new Occupancy();

  @Test
  void nobodyGoesInOnceTheContainerHasIt() {
    assertThat(occupancy.enter()).isTrue();
    occupancy.leave();

    occupancy.vacate();

    assertThat(occupancy.enter()).isFalse();
  }

  @Test
  void theContainerWaitsForWhoeverIsInside() throws Exception {
    assertThat(occupancy.enter()).isTrue();
    CompletableFuture<Void> vacated = CompletableFuture.runAsync(occupancy::vacate);
    assertThat(vacated).isNotDone();

    occupancy.leave();

    vacated.get(5, TimeUnit.SECONDS);
  }

  @Test
  void theContainerDoesNotWaitForEver() throws Exception {
    assertThat(occupancy.enter()).isTrue();

    CompletableFuture.runAsync(occupancy::vacate).get(5, TimeUnit.SECONDS);

    occupancy.leave();
  }

  @Test
  void theThreadThatIsInsideMayBeTheContainersOwn() {
    assertThat(occupancy.enter()).isTrue();

    occupancy.vacate();

    occupancy.leave();
    assertThat(occupancy.enter()).isFalse();
  }
}
