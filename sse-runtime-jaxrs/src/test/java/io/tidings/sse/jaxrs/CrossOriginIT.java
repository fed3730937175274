package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.hub.Hub;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which pages may read, and what a browser is told about it. */
final class CrossOriginIT {

  private static final String SHOP = "https://shop.example";

  private final Hub hub = Hub.create();
  private TestServer server;
  private RawClient client;

  @AfterEach
  void stop() throws Exception {
    hub.close(Duration.ofMillis(500));
    if (server != null) {
      client.close();
      server.close();
    }
  }

  private void serve(Origins origins) throws IOException {
    server =
        GrizzlyServer.start(new ResourceConfig().register(SseFeature.of(hub).origins(origins)));
  }

  private RawResponse exchange(String method, String target, String... headers) throws IOException {
    if (client != null) {
      client.close();
    }
    client = RawClient.to(server.port());
    return client.exchange(method, target, headers);
  }

  private RawResponse get(String... headers) throws IOException {
    return exchange("GET", "/markets/alerts", headers);
  }

  private RawResponse ask(String target, String origin) throws IOException {
    return exchange(
        "OPTIONS",
        target,
        "Origin: " + origin,
        "Access-Control-Request-Method: GET",
        "Access-Control-Request-Headers: last-event-id");
  }

  @Test
  void withoutAListNoHeaderSaysAnything() throws Exception {
    serve(Origins.none());

    RawResponse stream = get("Origin: " + SHOP);

    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.headers())
        .doesNotContainKeys("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials")
        .doesNotContainKey("Vary");
    assertThat(ask("/markets/alerts", SHOP).headers())
        .doesNotContainKey("Access-Control-Allow-Origin");
  }

  @Test
  void aListedOriginIsNamedAndCachesAreTold() throws Exception {
    serve(Origins.of(SHOP, "http://localhost:3000"));

    RawResponse stream = get("Origin: " + SHOP);

    assertThat(stream.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
    assertThat(stream.header("Vary")).contains("Origin");
    assertThat(stream.headers()).doesNotContainKey("Access-Control-Allow-Credentials");
    assertThat(stream.block()).contains("retry: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://shop.example.evil",
        "http://shop.example",
        "https://shop.example:444",
        "https://SHOP.example",
        "null"
      })
  void anyOtherOriginIsNotNamedWhateverItLooksLike(String origin) throws Exception {
    serve(Origins.of(SHOP).withCredentials());

    RawResponse stream = get("Origin: " + origin);

    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.headers())
        .doesNotContainKeys("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials");
    assertThat(stream.header("Vary")).contains("Origin");
  }

  @Test
  void credentialsAreForExactOriginsAlone() throws Exception {
    serve(Origins.of(SHOP).withCredentials());

    assertThat(get("Origin: " + SHOP).header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThatThrownBy(() -> Origins.any().withCredentials())
        .hasMessageContaining("origins must be exact to be given credentials; was any");
  }

  @Test
  void anyOriginIsAStarWithoutCredentials() throws Exception {
    serve(Origins.any());

    RawResponse stream = get("Origin: https://whoever.example");

    assertThat(stream.header("Access-Control-Allow-Origin")).isEqualTo("*");
    assertThat(stream.headers()).doesNotContainKey("Access-Control-Allow-Credentials");
  }

  @Test
  void aRefusalCanBeReadByTheSamePages() throws Exception {
    serve(Origins.of(SHOP));

    RawResponse refused = exchange("GET", "/markets?topic=nothing", "Origin: " + SHOP);

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/markets/alerts",
        "/markets/prices/ACME",
        "/markets?topic=alerts",
        "/tenants/a/orders/number/1?kind=x"
      })
  void aPreflightIsAnswered(String target) throws Exception {
    serve(Origins.of(SHOP).withCredentials());

    RawResponse answer = ask(target, SHOP);

    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD");
    assertThat(answer.header("Access-Control-Allow-Headers"))
        .contains("Last-Event-ID")
        .contains("sse-clientid");
    assertThat(answer.header("Vary")).contains("Origin");
  }

  @Test
  void aPreflightOfAnotherOriginGetsNoPermission() throws Exception {
    serve(Origins.of(SHOP));

    assertThat(ask("/markets/alerts", "https://evil.example").headers())
        .doesNotContainKeys("Access-Control-Allow-Origin", "Access-Control-Allow-Methods");
  }

  @Test
  void aTicketCanBeAskedForByTheSamePages() throws Exception {
    serveTickets(Origins.of(SHOP).withCredentials());

    RawResponse answer =
        exchange(
            "OPTIONS",
            "/markets/ticket?topic=alerts",
            "Origin: " + SHOP,
            "Access-Control-Request-Method: POST",
            "Access-Control-Request-Headers: authorization");
    assertThat(answer.status()).isEqualTo(204);
    assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
    assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo("POST");
    assertThat(answer.header("Access-Control-Allow-Headers")).contains("Authorization");

    RawResponse ticket = postForTicket("Origin: " + SHOP, "x-user: ann");
    assertThat(ticket.status()).isEqualTo(200);
    assertThat(ticket.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
    assertThat(ticket.header("Access-Control-Allow-Credentials")).isEqualTo("true");
    assertThat(ticket.header("Vary")).contains("Origin");

    RawResponse unknown = postForTicket("Origin: " + SHOP);
    assertThat(unknown.status()).isEqualTo(401);
    assertThat(unknown.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
  }

  @Test
  void aTicketIsNotForThePagesOfOthers() throws Exception {
    serveTickets(Origins.of(SHOP).withCredentials().refusingOthers());

    assertThat(postForTicket("Origin: https://evil.example", "x-user: ann").status())
        .isEqualTo(403);
    assertThat(ask("/markets/ticket?topic=alerts", "https://evil.example").headers())
        .doesNotContainKeys("Access-Control-Allow-Origin", "Access-Control-Allow-Methods");
  }

  private void serveTickets(Origins origins) throws IOException {
    SseFeature feature = SseFeature.of(hub).origins(origins).tickets(Duration.ofSeconds(60));
    server =
        GrizzlyServer.start(new ResourceConfig().register(new HeaderLogin()).register(feature));
  }

  private RawResponse postForTicket(String... headers) throws IOException {
    String[] all = Arrays.copyOf(headers, headers.length + 1);
    all[headers.length] = "Content-Length: 0";
    return exchange("POST", "/markets/ticket?topic=alerts", all);
  }

  @ParameterizedTest
  @CsvSource({
    "https://shop.example, cross-site,  200",
    "https://evil.example, cross-site,  403",
    "https://evil.example, '',          403",
    "null,                 '',          403",
    "'',                   cross-site,  403",
    "'',                   same-site,   403",
    "'',                   same-origin, 200",
    "'',                   none,        200",
    "'',                   '',          200",
    "http://localhost,     '',          200",
    "https://localhost,    same-origin, 200",
  })
  void othersAreRefusedWhereThatIsWanted(String origin, String site, int status) throws Exception {
    serve(Origins.of(SHOP).withCredentials().refusingOthers());

    RawResponse answer =
        get(
            origin.isEmpty() ? "X-None: 1" : "Origin: " + origin,
            site.isEmpty() ? "X-None: 2" : "Sec-Fetch-Site: " + site);

    assertThat(answer.status()).isEqualTo(status);
    if (status != 200) {
      assertThat(hub.connections()).as("nothing is done for it").isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"shop.example", "https://shop.example/", "https://", "*", "null"})
  void whatIsNoOriginIsRefusedAtOnce(String origin) {
    assertThatThrownBy(() -> Origins.of(origin)).isInstanceOf(IllegalArgumentException.class);
  }
}
