package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.vault.VaultPublisher;
import io.tidings.sse.jaxrs.vault.VaultResource;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who gets a ticket, and what it is good for, over real sockets. */
@Timeout(60)
final class TicketIT {

  private static final String VAULT = "/tenants/acme/vault";
  private static final Pattern TICKET =
      Pattern.compile("\\{\"ticket\":\"([0-9a-z]{26})\",\"expiresIn\":60}");

  private static final Pattern NUMBER = Pattern.compile("(?<![0-9a-z])[0-9a-z]{26}(?![0-9a-z])");

  private final Hub hub = Hub.create();
  private final VaultPublisher vault = new VaultPublisher(hub);
  private TestServer server;

  @BeforeEach
  void start() throws IOException {
    server =
        GrizzlyServer.start(
            new ResourceConfig()
                .register(new HeaderLogin())
                .register(VaultResource.class)
                .register(RolesAllowedDynamicFeature.class)
                .register(SseFeature.of(hub).tickets(Duration.ofSeconds(60))));
  }

  @AfterEach
  void stop() {
    hub.close(Duration.ZERO);
    server.close();
  }

  private RawResponse post(String target, String... headers) throws IOException {
    try (RawClient client = RawClient.to(server.port())) {
      return client.exchange("POST", target, headers);
    }
  }

  /** A ticket of ann, who is a clerk. */
  private String ticket(String topics) throws IOException {
    try (RawClient client = RawClient.to(server.port())) {
      RawResponse answer =
          client.exchange(
              "POST",
              VAULT + "/ticket?" + topics,
              "x-user: ann",
              "x-roles: clerk",
              "Content-Length: 0");
      assertThat(answer.status()).isEqualTo(200);
      Matcher body = TICKET.matcher(answer.rest());
      assertThat(body.matches()).isTrue();
      return body.group(1);
    }
  }

  private int status(String target, String... headers) throws IOException {
    try (RawClient client = RawClient.to(server.port())) {
      return client.get(target, headers).status();
    }
  }

  /** A peer that has gone is found by writing to it. */
  private void awaitNobody() {
    await()
        .until(
            () -> {
              vault.note("acme", "is anybody there?");
              return hub.connections().isEmpty();
            });
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          topic=notes,               x-user: ann, x-roles: clerk, 200
          topic=orders&topic=notes,  x-user: ann, x-roles: clerk, 200
          topic=orders,              x-user: ann, x-roles: guest, 403
          topic=orders,              x-nobody: 1, x-roles: clerk, 401
          topic=notes,               x-nobody: 1, x-roles: clerk, 401
          topic=unknown,             x-user: ann, x-roles: clerk, 404
          ,                          x-user: ann, x-roles: clerk, 400
          """)
  void isGivenToWhoeverMayReadTheTopics(String topics, String user, String roles, int expected)
      throws IOException {
    String query = topics == null ? "" : "?" + topics;

    assertThat(post(VAULT + "/ticket" + query, user, roles, "Content-Length: 0").status())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          /tenants/acme/vault/orders?ticket=,                    200
          /tenants/acme/vault?topic=orders&ticket=,              200
          /tenants/acme/vault?topic=orders&topic=notes&ticket=,  403
          /tenants/acme/vault/notes?ticket=,                     403
          /tenants/other/vault/orders?ticket=,                   403
          /tenants/acme/vault/orders?ticket=x,                   401
          """)
  void isGoodForItsTopicsOnly(String target, int expected) throws IOException {
    assertThat(status(target + ticket("topic=orders"))).isEqualTo(expected);
  }

  @Test
  void isNeededWhereARoleIs() throws IOException {
    assertThat(status(VAULT + "/orders")).isEqualTo(403);
    assertThat(status(VAULT + "/orders?ticket=")).isEqualTo(401);
  }

  @Test
  void speaksForItsHolderAlone() throws IOException {
    String ticket = ticket("topic=orders");

    assertThat(status(VAULT + "/orders?ticket=" + ticket, "x-user: bob", "x-roles: clerk"))
        .isEqualTo(403);
    try (RawClient client = RawClient.to(server.port())) {
      RawResponse stream = client.get(VAULT + "/orders?ticket=" + ticket);
      stream.block();
      await().until(() -> hub.connectionsOfPrincipal("ann").size() == 1);
      vault.order("acme", "bob 1");
      vault.order("acme", "ann 1");
      String block = stream.block();
      while (!block.contains("data:")) {
        block = stream.block();
      }
      assertThat(block).contains("data: ann 1\n");
    }
  }

  @Test
  void isRedeemedByOneClientThatMayComeBack() throws Exception {
    String url = VAULT + "/notes?ticket=" + ticket("topic=notes");
    String browser = "User-Agent: Browser/1";
    String id;
    try (RawClient first = RawClient.to(server.port())) {
      RawResponse stream = first.get(url, browser);
      stream.block();
      id = stream.block().replaceFirst("id: (.*)\n\n", "$1");
      assertThat(status(url, browser)).as("another one while it reads").isEqualTo(403);
    }
    awaitNobody();

    assertThat(status(url, browser)).as("one that has read nothing").isEqualTo(403);
    assertThat(status(url, browser, "Last-Event-ID: guessed-1")).isEqualTo(403);
    assertThat(status(url, "User-Agent: curl/8", "Last-Event-ID: " + id)).isEqualTo(403);
    assertThat(status(url, browser, "Last-Event-ID: " + id)).as("its reconnect").isEqualTo(200);
    assertThat(status(url, browser, "Last-Event-ID: " + id)).as("and another").isEqualTo(200);
  }

  @Test
  void isWorthNothingOnceItsHolderIsRevoked() throws Exception {
    String ticket = ticket("topic=notes");

    hub.revoke("ann");

    assertThat(status(VAULT + "/notes?ticket=" + ticket)).isEqualTo(401);
  }

  @Test
  void isNeverInTheLogWhateverBecomesOfIt() throws Exception {
    try (LogCapture log = LogCapture.ofEverything()) {
      String redeemed = VAULT + "/orders?ticket=" + ticket("topic=orders");
      try (RawClient client = RawClient.to(server.port())) {
        client.get(redeemed).block();
        assertThat(status(redeemed, "User-Agent: curl/8")).as("another client").isEqualTo(403);
      }
      String failing = VAULT + "/orders?ticket=" + ticket("topic=orders");
      assertThat(status(failing, "X-Guard: throw")).isEqualTo(403);
      hub.revoke("ann");
      assertThat(status(redeemed)).as("revoked").isEqualTo(401);
      await().until(() -> log.messages().stream().anyMatch(line -> line.contains("guard must")));

      assertThat(log.messages())
          .noneMatch(line -> NUMBER.matcher(line).find())
          .noneMatch(line -> line.contains("ticket="));
    }
  }

  @Test
  void opensNothingElse() throws Exception {
    String ticket = ticket("topic=notes");

    assertThat(post(VAULT + "/ticket?topic=notes&ticket=" + ticket, "Content-Length: 0").status())
        .isEqualTo(401);
  }

  @Test
  void doesNotSayItsNumber() {
    Ticket ticket =
        new Ticket(
            new Ticket.Holder("ann", Set.of(), null),
            new Asked.Topics("s", List.of("t"), false),
            5);

    assertThat(ticket).hasToString("ticket for s");
    assertThat(ticket.isExpired(4)).isFalse();
    assertThat(ticket.isExpired(5)).isTrue();
  }

  @Test
  void livesFromOneSecondToOneDay() {
    assertThatThrownBy(() -> SseFeature.of(hub).tickets(Duration.ZERO))
        .hasMessage("ticket lifetime must be from one second to one day; was PT0S");
    assertThatThrownBy(() -> SseFeature.of(hub).tickets(Duration.ofDays(2)))
        .hasMessage("ticket lifetime must be from one second to one day; was PT48H");
  }
}
