package io.tidings.sse.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.tidings.sse.hub.History;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/** The kit finds a history out that hides one event. */
class ForgetfulHistoryTest {

  static class Mutant extends HistoryContract {

    private final ListHistory forgetful = new ForgetfulHistory(3);

    @Override
    protected History open() {
      return forgetful;
    }
  }

  @Test
  void isCaughtByTheKit() {
    long caught =
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(Mutant.class))
            .execute()
            .testEvents()
            .failed()
            .count();

    assertThat(caught).isPositive();
  }
}
