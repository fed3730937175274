package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Admissions.assertRefused;
import static io.tidings.sse.fixture.Admissions.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.fixture.Environments;
import io.tidings.sse.fixture.ManualTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How many a hub lets in, whatever they come for and whatever they call themselves. */
class HubLimitsTest {

  private final ManualTimer timer = new ManualTimer();

  private HubBuilder builder() {
    return Hub.builder().environment(Environments.manual(timer));
  }

  private static Admission admit(Hub hub, String client, @Nullable String principal) {
    return hub.admit(HubDoor.request(Markets.STREAM, client, principal, "prices/" + client));
  }

  private static Admission connect(Hub hub, String client, @Nullable String principal) {
    return hub.connect(new DirectRequest("desk/a", client, principal, DirectTerms.DEFAULT), "");
  }

  @Test
  void countsStreamsAndHandWrittenConnectionsTogether() {
    Hub hub = builder().connections(2).build();
    Subscription first = granted(admit(hub, "a", null));
    assertThat(connect(hub, "b", null)).isInstanceOf(Admission.Connected.class);

    assertRefused(admit(hub, "c", null), Admission.Limit.CONNECTIONS);
    assertRefused(connect(hub, "c", null), Admission.Limit.CONNECTIONS);
    first.ended(CloseReason.CLOSED_BY_CLIENT);
    first.ended(CloseReason.CLOSED_BY_CLIENT);

    granted(admit(hub, "c", null));
    assertRefused(admit(hub, "d", null), Admission.Limit.CONNECTIONS);
  }

  @Test
  void countsAPrincipalUnderEveryNameThatItsClientsInvent() {
    Hub hub = builder().connectionsPerPrincipal(2).build();
    Subscription first = granted(admit(hub, "one", "ann"));
    assertThat(connect(hub, "two", "ann")).isInstanceOf(Admission.Connected.class);

    assertRefused(admit(hub, "three", "ann"), Admission.Limit.PER_PRINCIPAL);
    assertRefused(connect(hub, "four", "ann"), Admission.Limit.PER_PRINCIPAL);
    granted(admit(hub, "five", "bob"));
    granted(admit(hub, "six", null));
    first.ended(CloseReason.CLOSED_BY_CLIENT);

    granted(admit(hub, "three", "ann"));
    assertRefused(admit(hub, "four", "ann"), Admission.Limit.PER_PRINCIPAL);
  }

  @Test
  void givesAwayAgainWhatNobodyHasOpened() {
    Hub hub = builder().connections(1).build();
    granted(admit(hub, "a", null));

    timer.advance(Duration.ofSeconds(40));

    granted(admit(hub, "b", null));
  }

  @Test
  void keepsNoSeatForThoseWhomTheStreamHasNoRoomFor() {
    Hub hub = builder().connections(2).connectionsPerPrincipal(2).build();
    StreamDefinition one = Markets.STREAM.withLimits(new LimitPolicy(1, 0, 0, 0, null, 0));
    granted(hub.admit(HubDoor.request(one, "a", "ann", "prices/A")));

    for (int i = 0; i < 5; i++) {
      assertRefused(
          hub.admit(HubDoor.request(one, "a" + i, "ann", "prices/A")), Admission.Limit.SUBSCRIBERS);
    }

    assertThat(connect(hub, "b", "ann")).isInstanceOf(Admission.Connected.class);
  }

  @Test
  void rejectsALimitThatLetsNobodyIn() {
    assertThatThrownBy(() -> Hub.builder().connections(0))
        .hasMessage("connections must be at least 1; was 0");
    assertThatThrownBy(() -> Hub.builder().connectionsPerPrincipal(-1))
        .hasMessage("connections per principal must be at least 1; was -1");
  }

  @Test
  void knowsThoseWhoShareANameInTheOrderInWhichTheyCame() {
    Hub hub = builder().build();
    List<Subscription> came = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      Subscription one = granted(admit(hub, "a", "ann"));
      assertThat(one.open(Runnable::run, () -> {})).isTrue();
      came.add(one);
    }
    assertThat(hub.connection("a")).contains(came.get(4));

    came.get(4).ended(CloseReason.CLOSED_BY_CLIENT);
    came.get(0).ended(CloseReason.CLOSED_BY_CLIENT);

    assertThat(hub.connection("a")).contains(came.get(3));
    assertThat(List.<Connection>copyOf(hub.connections()))
        .containsExactlyElementsOf(came.subList(1, 4));
    came.subList(1, 4).forEach(one -> one.ended(CloseReason.CLOSED_BY_CLIENT));
    assertThat(hub.connections()).isEmpty();
  }
}
