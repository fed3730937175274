package io.tidings.examples.guide;

import io.tidings.sse.history.sqlite.Durability;
import io.tidings.sse.history.sqlite.OnCorruption;
import io.tidings.sse.history.sqlite.SqliteHistory;
import io.tidings.sse.hub.Hub;
import java.math.BigDecimal;
import java.nio.file.Path;

/** Hubs whose events outlive the process. */
final class DurableMarkets {

  private DurableMarkets() {}

  static Hub inAFile() {
    // tag::history[]
    Hub hub = Hub.builder().history(SqliteHistory.at(Path.of("events.db"))).build();
    // end::history[]
    return hub;
  }

  static Hub withPatience() {
    // tag::durability[]
    SqliteHistory history =
        SqliteHistory.builder(Path.of("/var/lib/markets/events.db"))
            .durability(Durability.ALWAYS)
            .onCorruption(OnCorruption.SET_ASIDE)
            .open();
    // end::durability[]
    return Hub.builder().history(history).build();
  }

  static void publishOnce(Hub hub) {
    // tag::key[]
    Markets markets = new MarketsPublisher(hub).withKey("trade-4711");
    markets.price("ACME", new Price(new BigDecimal("42.10"), "EUR"));
    // end::key[]
  }

  static Hub limited() {
    // tag::replay-limit[]
    Hub hub = Hub.builder().replayLimit(10_000, 4 << 20).build();
    // end::replay-limit[]
    return hub;
  }
}
