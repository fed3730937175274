package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PollResult;
import io.tidings.sse.hub.Source;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.jaxrs.SseResource;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GeneratedPublisherTest {
  private static Loaded loaded;

  private final Hub hub = new Hub();

  @BeforeAll
  static void compilesAllGoodSources() {
    loaded =
        new Loaded(
            Streams.compile(
                Streams.resource("good/Markets"),
                Streams.resource("good/Shop"),
                Streams.resource("good/Fleet"),
                Streams.resource("good/Machine"),
                Streams.resource("good/Names")));
  }

  @Test
  void publishesEachCallToTheTopicOfItsVariables() throws Exception {
    Object markets = loaded.publisher("good.MarketsPublisher", hub);

    Loaded.call(markets, "price", "A C/ME", loaded.make("good.Markets$Price", 1.5));
    Loaded.call(markets, "halted", "ACME", loaded.make("good.Markets$Halt", "news"));
    Loaded.call(markets, "calm");

    assertThat(hub.calls)
        .containsExactly(
            "publish price:Price to prices/A%20C%2FME: Price[amount=1.5]",
            "publish halted:Halt to prices/ACME: Halt[why=news]",
            "publish alert:Alert to alerts: Alert[text=calm]");
  }

  @Test
  void narrowsToOneClientAndOnePrincipal() throws Exception {
    Object markets = loaded.publisher("good.MarketsPublisher", hub);

    Loaded.call(Loaded.call(markets, "to", "tab-1"), "calm");
    Loaded.call(Loaded.call(markets, "toPrincipal", "eve"), "calm");
    Loaded.call(markets, "topic", loaded.make("good.MarketsTopic$Prices", "ACME"));

    assertThat(hub.calls)
        .containsExactly(
            "to tab-1 publish alert:Alert to alerts: Alert[text=calm]",
            "toPrincipal eve publish alert:Alert to alerts: Alert[text=calm]",
            "topic prices/ACME");
  }

  @Test
  void publishesWithAKeyToEveryoneAndToOnePrincipal() throws Exception {
    Object markets = loaded.publisher("good.MarketsPublisher", hub);
    Object keyed = Loaded.call(markets, "withKey", "order-7");

    Loaded.call(keyed, "calm");
    Loaded.call(Loaded.call(keyed, "toPrincipal", "eve"), "calm");

    assertThat(hub.calls)
        .containsExactly(
            "withKey order-7 publish alert:Alert to alerts: Alert[text=calm]",
            "withKey order-7 toPrincipal eve publish alert:Alert to alerts: Alert[text=calm]");
  }

  @Test
  void publishesIntoTheStreamThatThePathVariablesName() throws Exception {
    Object orders = loaded.publisher("good.Shop_OrdersPublisher", hub);

    Loaded.call(orders, "change", "a&b", 7L, loaded.make("good.Shop$Change$Placed", 7L));
    Loaded.call(orders, "stock", "acme", 3);
    Loaded.call(orders, "alive", "acme", List.of("x"));
    Loaded.call(orders, "notes", "acme", (Object) new String[] {"x"});

    assertThat(hub.calls).hasSize(4);
    assertThat(hub.calls.get(0))
        .isEqualTo(
            "in tenants/a%26b/orders publish sealed:Change|order-placed:Placed"
                + "|order-packed:Packed|order-sent:Sent~PT0.1S to changes/7: Placed[id=7]");
    assertThat(hub.calls.get(1))
        .isEqualTo("in tenants/acme/orders publish stock.low:Integer?own to stock: 3");
    assertThat(hub.calls.get(2)).contains("alive:java.util.List<java.lang.String> to alive: [x]");
    assertThat(hub.calls.get(3)).contains("notes:String[] to default: [Ljava.lang.String;");
  }

  @Test
  void tellsTheRuntimeWhatTheAnnotationsSay() throws Exception {
    loaded.publisher("good.Shop_OrdersPublisher", hub);
    String stream = hub.streams.get(0).text();

    assertThat(stream)
        .startsWith("Orders /tenants/{tenant}/orders variable=tenant retry=")
        .contains("retry=RetryPolicy[delay=PT5S, jitter=0.5]")
        .contains("guard=members")
        .contains("subscribers=10, perTopic=0, perClient=0, topicsPerConnection=0")
        .contains("\ntopic=Changes changes/{id} variable=id event=sealed:Change")
        .contains("\ntopic=Shortages stock event=stock.low:Integer")
        .contains("policy=LATEST, lagEvents=1024, lagBytes=1048576, writeTimeout=PT1.5S")
        .contains("subscribers=10, perTopic=3, perClient=0, topicsPerConnection=0, lifetime=PT1H")
        .contains("HeartbeatPolicy[interval=PT20S, event=beat]")
        .contains(
            "\ntopic=Alive alive event=alive:java.util.List<java.lang.String> heartbeat="
                + "HeartbeatPolicy[interval=null, event=null]");
  }

  @Test
  void writesTypedVariablesCanonically() throws Exception {
    Object fleet = loaded.publisher("good.FleetPublisher", hub);
    Object bike = loaded.type("good.Fleet$Kind").getEnumConstants()[1];
    Object plate = loaded.make("good.Fleet$Plate", "B*~ 1");

    Loaded.call(fleet, "position", new UUID(0, 1), Map.of());
    Loaded.call(fleet, "reading", bike, "süd", 1.5);
    Loaded.call(fleet, "online", "x", bike, true);
    Loaded.call(fleet, "letter", bike, true, 'c', "text");
    Loaded.call(fleet, "amount", new BigDecimal("1.50"), plate, "text");

    assertThat(hub.calls.stream().map(call -> call.replaceAll(".* to ", "")))
        .containsExactly(
            "vehicles/00000000-0000-0000-0000-000000000001/position: {}",
            "devices?kind=BIKE&site=s%C3%BCd: 1.5",
            "devices?kind=BIKE&site=x: true",
            "kinds/BIKE/true/c: text",
            "amounts/1.50/B%2A~%201: text");
  }

  @Test
  void refusesWhatNoTopicCanBeCalled() throws Exception {
    Object markets = loaded.publisher("good.MarketsPublisher", hub);
    Object halt = loaded.make("good.Markets$Halt", "news");

    for (String symbol : new String[] {"", ".", "..", "\ud800", null}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Loaded.call(markets, "halted", symbol, halt))
          .withMessageStartingWith("symbol must be valid text")
          .withMessageEndingWith("; was [" + symbol + "]");
    }
    assertThat(hub.calls).isEmpty();
  }

  @Test
  void keepsNamesApartThatStandInOneAnothersWay() throws Exception {
    Object names = loaded.publisher("good.NamesPublisher", hub);

    Loaded.call(names, "stream", "e", "c", "t");
    Loaded.call(names, "publish", "hub");
    Loaded.call(names, "same", 5);
    Loaded.call(names, "publish", 1, loaded.make("good.Names$Override", "o"));

    assertThat(hub.calls)
        .containsExactly(
            "publish stream:String to string/e/c: t",
            "publish publish:String to stream: hub",
            "publish same:Integer to b: 5",
            "publish publish:Override to new/1: Override[name=o]");
  }

  @Test
  void offersAGetAndAHeadForEveryTopicAndForAll() throws Exception {
    Class<?> resource = loaded.type("good.MarketsResource");
    String methods =
        Arrays.stream(resource.getDeclaredMethods())
            .filter(method -> method.getAnnotations().length > 0)
            .map(GeneratedPublisherTest::print)
            .sorted()
            .collect(Collectors.joining("\n"));

    assertThat(methods)
        .isEqualTo(
            """
            alerts GET Path
            alertsHead HEAD Path
            prices GET Path
            pricesHead HEAD Path
            topics GET
            topicsHead HEAD""");
  }

  private static String print(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getSimpleName())
        .sorted()
        .collect(Collectors.joining(" ", method.getName() + " ", ""));
  }

  @Test
  void givesTheRuntimeTheStreamAndAPublisher() throws Exception {
    SseResource<?> resource =
        (SseResource<?>) loaded.type("good.MarketsResource").getConstructor().newInstance();

    StreamDefinition stream = resource.stream();
    Object publisher = resource.publisher(hub);

    assertThat(stream.text()).startsWith("Markets /markets");
    assertThat(publisher).isInstanceOf(loaded.type("good.Markets"));
    assertThat(hub.streams).containsExactly(stream);
  }

  @Test
  void copiesRolesToTheResource() throws Exception {
    Class<?> resource = loaded.type("good.Shop_OrdersResource");

    assertThat(Arrays.toString(resource.getAnnotations()))
        .contains("RolesAllowed({\"clerk\", \"boss\"})");
    assertThat(
            Arrays.stream(resource.getDeclaredMethods())
                .filter(method -> Arrays.toString(method.getAnnotations()).contains("PermitAll"))
                .map(Method::getName))
        .containsExactlyInAnyOrder("shortages", "shortagesHead");
  }

  @Test
  void asksASourceWithTheTypedVariablesOfATopic() throws Exception {
    List<String> asked = new ArrayList<>();
    Class<?> type = loaded.type("good.MachineSources");
    Object sources =
        Proxy.newProxyInstance(
            loaded,
            new Class<?>[] {type},
            (proxy, method, arguments) -> {
              asked.add(method.getName() + Arrays.toString(arguments));
              return new PollResult<>(List.of(5L));
            });
    Map<String, String> variables =
        Map.of(
            "machine", "00000000-0000-0000-0000-000000000001",
            "unit", "BYTES",
            "disk", "7",
            "letter", "c",
            "raw", "true");

    Field constant = loaded.type("good.MachinePublisher").getDeclaredField("DISK");
    constant.setAccessible(true);
    EventDefinition<?> disk = (EventDefinition<?>) constant.get(null);

    assertThat(disk).hasToString("disk:java.util.List<java.lang.Long><MachineSources/PT1M!^");
    assertThat(read(disk.source(), sources, variables)).isEqualTo(new PollResult<>(List.of(5L)));
    assertThat(asked)
        .containsExactly("disk[00000000-0000-0000-0000-000000000001, BYTES, 7, c, true]");
  }

  @SuppressWarnings("unchecked")
  private static Object read(Source<?, ?> source, Object sources, Map<String, String> variables)
      throws Exception {
    return ((Source<Object, Object>) source).read(sources, variables::get);
  }
}
