package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Admissions.granted;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** For how long those are sent away who come in vain. */
class PatienceTest extends HubDoor {

  @Test
  void tellsWhoComesBackInVainToStayAwayForLongerAndForgetsItWhenItWasLetIn() {
    StreamDefinition one = stream(new LimitPolicy(1, 0, 0, 0, null, 0));
    Subscription in = granted(admit(one, "a", "prices/A"));

    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofSeconds(45));
    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofSeconds(90));
    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofMinutes(3));
    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofMinutes(6));
    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofMinutes(6));
    assertThat(delay(admit(one, "c", "prices/A"))).isEqualTo(Duration.ofSeconds(45));
    in.ended(CloseReason.CLOSED_BY_CLIENT);
    granted(admit(one, "b", "prices/A"));
    assertThat(delay(admit(one, "b", "prices/A"))).isEqualTo(Duration.ofSeconds(45));
  }

  private static Duration delay(Admission admission) {
    return ((Admission.Refused) admission).retryAfter();
  }

  @Test
  void tellsClientsWithoutANameApartByWhatTheTransportSays() {
    hub.close(Duration.ZERO);
    SubscriptionRequest request = request(Markets.STREAM, null, null, "prices/A");

    assertThat(hub.admit(request, "x")).isEqualTo(new Admission.Closing(Duration.ofSeconds(45)));
    assertThat(hub.admit(request, "y")).isEqualTo(new Admission.Closing(Duration.ofSeconds(45)));
    assertThat(hub.admit(request, "x")).isEqualTo(new Admission.Closing(Duration.ofSeconds(90)));
    timer.advance(Duration.ofMinutes(17));
    assertThat(hub.admit(request, "x")).isEqualTo(new Admission.Closing(Duration.ofSeconds(45)));
  }

  @Test
  void remembersAFewThousandOfThoseThatComeBack() {
    Patience patience = new Patience();
    for (int i = 0; i < 100_000; i++) {
      patience.delay("client " + i, 0, 0.5);
    }

    assertThat(patience.remembered()).isEqualTo(4096);
    assertThat(patience.delay("client 99999", 0, 0.5)).isEqualTo(Duration.ofSeconds(90));
    assertThat(patience.delay("client 0", 0, 0.5)).isEqualTo(Duration.ofSeconds(45));
  }
}
