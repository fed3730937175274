package io.tidings.sse.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.ParameterizedType;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StreamDefinitionTest {

  private static final StreamDefinition STREAM =
      StreamDefinition.of(StreamDefinitionTest.class, "/tenants/{tenant}/things")
          .withVariable(Variable.string("tenant"))
          .withTopic(TopicDefinition.of("Alerts", "alerts"))
          .withTopic(
              TopicDefinition.of("Counts", "counts/{n}")
                  .withVariable(Variable.of("n", Integer::valueOf)))
          .withTopic(
              TopicDefinition.of("Units", "units/{unit}/{id}")
                  .withVariable(Variable.enumeration("unit", ChronoUnit.class))
                  .withVariable(Variable.of("id", UUID::fromString)))
          .withTopic(TopicDefinition.of("Names", "names/{name}"))
          .withTopic(TopicDefinition.of("Devices", "devices{?site,kind}"));

  @ParameterizedTest
  @CsvSource({
    "alerts, alerts",
    "/alerts, alerts",
    "%61lerts, alerts",
    "counts/7, counts/7",
    "counts/007, counts/7",
    "counts/+7, counts/7",
    "counts/-0, counts/0",
    "units/DAYS/0-0-0-0-1, units/DAYS/00000000-0000-0000-0000-000000000001",
    "names/a b, names/a%20b",
    "names/a%2fb, names/a%2Fb",
    "names/A-z0.9_~, names/A-z0.9_~",
    "names/%C3%A9, names/%C3%A9",
    "names/é, names/%C3%A9",
    "names/*, names/%2A",
    "devices?site=b&kind=a, devices?kind=a&site=b",
    "devices?kind=a%26&site=b, devices?kind=a%26&site=b",
  })
  void findsTheCanonicalFormOfATopic(String text, String canonical) {
    assertThat(STREAM.resolve(text).map(TopicAddress::path)).contains(canonical);
    assertThat(STREAM.resolve(canonical).map(TopicAddress::path)).contains(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "nothing",
        "alerts/",
        "alerts/x",
        "counts/",
        "counts/x",
        "counts/2147483648",
        "counts/1/2",
        "units/days/0-0-0-0-1",
        "units/DAYS/x",
        "names/",
        "names/.",
        "names/..",
        "names/%2E",
        "names/%",
        "names/%4",
        "names/%zz",
        "names/%C3",
        "names/%FF",
        "names/%ED%A0%80",
        "devices",
        "devices?site=a",
        "devices?site=a&kind=",
        "devices?site=a&kind=b&more=c",
        "devices?site=a&site=b",
        "devices?site&kind=b",
        "alerts?x=1"
      })
  void findsNothingForATextThatIsNoTopic(String text) {
    assertThat(STREAM.resolve(text)).isEmpty();
  }

  @Test
  void expandsTemplatesWithDecodedValues() {
    TopicDefinition names = STREAM.topic("names/{name}").orElseThrow();
    TopicDefinition devices = STREAM.topic("devices{?site,kind}").orElseThrow();

    assertThat(names.expand(Map.of("name", "a/b%")::get).map(TopicAddress::path))
        .contains("names/a%2Fb%25");
    assertThat(devices.expand(Map.of("site", "x", "kind", "y")::get).map(TopicAddress::path))
        .contains("devices?kind=y&site=x");
    assertThat(devices.expand(Map.of("site", "x")::get)).isEmpty();
    assertThat(names.expand(Map.of("name", "\ud800")::get)).isEmpty();
    assertThat(STREAM.expand(Map.of("tenant", "a b")::get)).contains("tenants/a%20b/things");
    assertThat(STREAM.resolvePath("/tenants/a/things")).contains("tenants/a/things");
    assertThat(STREAM.resolvePath("tenants//things")).isEmpty();
  }

  @Test
  void refusesAValueThatDoesNotReadBackAsItself() {
    Variable lossy = Variable.of("n", text -> new Object());

    assertThat(lossy.canonical("x")).isEmpty();
    assertThat(Variable.of("n", text -> null).canonical("x")).isEmpty();
  }

  @Test
  void refusesVariablesThatDoNotStandInTheTemplate() {
    assertThatThrownBy(() -> TopicDefinition.of("T", "t/{a}").withVariable(Variable.string("b")))
        .hasMessage("variable must stand in t/{a}; was b");
  }

  @Test
  void knowsTheTypeArgumentsOfAPayload() {
    EventDefinition<List<String>> event =
        EventDefinition.of("list", new PayloadType<List<String>>() {});

    assertThat(event.payloadTypeOf(List.of())).isInstanceOf(ParameterizedType.class);
    assertThat(event.types()).containsExactly("list");
  }

  private sealed interface Order {}

  private record Placed() implements Order {}

  private record Paid() implements Order {}

  @Test
  void namesTheLeavesOfASealedPayload() {
    EventDefinition<Order> orders =
        EventDefinition.sealed(Order.class).withLeaf(Placed.class, "order-placed");

    assertThat(orders.typeOf(new Placed())).isEqualTo("order-placed");
    assertThat(orders.payloadTypeOf(new Placed())).isEqualTo(Placed.class);
    assertThatThrownBy(() -> orders.typeOf(new Paid()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Paid");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "sse-gap", "a\nb", "a\rb", "a\u0000b"})
  void refusesEventTypesThatReadersCouldMistake(String type) {
    assertThatThrownBy(() -> EventDefinition.of(type, String.class))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new HeartbeatPolicy(Duration.ofSeconds(1), type))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesFiguresThatMakeNoSense() {
    assertThatThrownBy(() -> new ReplayPolicy(-1, 0, null, 0))
        .hasMessage("replay events must not be negative; was -1");
    assertThatThrownBy(() -> new ReplayPolicy(1, 1, null, 2))
        .hasMessage("replay onConnect must not exceed events; was 2 of 1");
    assertThatThrownBy(() -> new ReplayPolicy(1, 1, Duration.ZERO, 0))
        .hasMessage("replay age must be longer than nothing; was PT0S");
    assertThatThrownBy(() -> new RetryPolicy(Duration.ofSeconds(1), 1.1))
        .hasMessage("jitter must be from 0 to 1; was 1.1");
    assertThatThrownBy(
            () ->
                new BackpressurePolicy(
                    BackpressurePolicy.Policy.LATEST, 0, 1, Duration.ofSeconds(1)))
        .hasMessage("lag must be at least 1; was 0 events, 1 bytes");
    assertThatThrownBy(() -> new LimitPolicy(-1, 0, 0, 0, null, 0))
        .hasMessage("subscribers must not be negative; was -1");
  }

  @Test
  void spreadsRetryDelaysAroundTheirMiddle() {
    RetryPolicy retry = new RetryPolicy(Duration.ofSeconds(10), 0.2);

    assertThat(retry.delay(0)).isEqualTo(Duration.ofSeconds(8));
    assertThat(retry.delay(0.5)).isEqualTo(Duration.ofSeconds(10));
    assertThat(retry.delay(1)).isEqualTo(Duration.ofSeconds(12));
  }
}
