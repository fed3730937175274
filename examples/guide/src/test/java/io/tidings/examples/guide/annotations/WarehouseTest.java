package io.tidings.examples.guide.annotations;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WarehouseTest {

  private final Hub hub = PowerStation.hub();

  @AfterEach
  void close() {
    hub.close(Duration.ZERO);
  }

  @Test
  void theTopicsHaveThePathsThatThePageShows() {
    assertThat(new WarehouseTopic.Robots("north", Kind.LIFTS, "a b").path())
        .isEqualTo("robots?kind=LIFTS&zone=a%20b");
    assertThat(new WarehouseTopic.Shelves("north", 7).path()).isEqualTo("shelves/7");
    assertThat(new WarehouseTopic.Shelves("north", 7).streamPath()).isEqualTo("warehouses/north");
  }

  @Test
  void theHubTakesTheStream() {
    WarehousePublisher warehouse = new WarehousePublisher(hub);

    assertThat(warehouse.topic(new WarehouseTopic.Tasks("north")).subscriberCount()).isZero();
  }
}
