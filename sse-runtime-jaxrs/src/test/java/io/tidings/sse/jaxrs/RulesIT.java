package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.GuardRequest;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubListener;
import io.tidings.sse.jaxrs.vault.TenantGuard;
import io.tidings.sse.jaxrs.vault.VaultPublisher;
import io.tidings.sse.jaxrs.vault.VaultResource;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may read what: roles, guards and filters, over real sockets. */
@Timeout(60)
final class RulesIT {

  private static final String VAULT = "/tenants/acme/vault";

  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final List<CloseReason> ends = new CopyOnWriteArrayList<>();
  private final Hub hub = Hub.builder().listener(new Recorder()).build();
  private final VaultPublisher vault = new VaultPublisher(hub);
  private @Nullable TestServer server;

  private static final Hub TABLE = Hub.create();
  private static final Hub PLAIN_TABLE = Hub.create();
  private static @Nullable TestServer table;
  private static @Nullable TestServer plainTable;

  /** The tables share their servers, because starting one takes longer than its answers. */
  @BeforeAll
  static void serveTables() throws IOException {
    table =
        GrizzlyServer.start(
            application()
                .register(RolesAllowedDynamicFeature.class)
                .register(SseFeature.of(TABLE)));
    plainTable =
        GrizzlyServer.start(
            application().register(new CatchAll()).register(SseFeature.of(PLAIN_TABLE)));
  }

  @AfterAll
  static void stopTables() {
    TABLE.close(Duration.ZERO);
    PLAIN_TABLE.close(Duration.ZERO);
    Stream.of(table, plainTable).filter(Objects::nonNull).forEach(TestServer::close);
  }

  private final class Recorder implements HubListener {
    @Override
    public void failed(@Nullable Connection connection, Throwable failure) {
      failures.add(failure);
    }

    @Override
    public void unsubscribed(Connection connection, CloseReason reason) {
      ends.add(reason);
    }
  }

  /** Turns everything into 500, as many applications do. */
  private static final class CatchAll implements ExceptionMapper<Throwable> {
    @Override
    public Response toResponse(Throwable failure) {
      return Response.serverError().entity("caught").build();
    }
  }

  @BeforeEach
  void forget() {
    TenantGuard.ASKED.clear();
  }

  @AfterEach
  void stop() {
    hub.close(Duration.ZERO);
    if (server != null) {
      server.close();
    }
  }

  private static ResourceConfig application() {
    return new ResourceConfig().register(new HeaderLogin()).register(VaultResource.class);
  }

  private int serve(ResourceConfig application) throws IOException {
    TestServer started = GrizzlyServer.start(application.register(SseFeature.of(hub)));
    server = started;
    return started.port();
  }

  private int serve() throws IOException {
    return serve(application().register(RolesAllowedDynamicFeature.class));
  }

  private static int status(int port, String target, String... headers) throws IOException {
    try (RawClient client = RawClient.to(port)) {
      int got = client.get(VAULT + target, headers).status();
      assertThat(headStatus(port, target, headers)).as("HEAD").isEqualTo(got);
      return got;
    }
  }

  private static int headStatus(int port, String target, String... headers) throws IOException {
    try (RawClient client = RawClient.to(port)) {
      return client.head(VAULT + target, headers).status();
    }
  }

  private static final String ROLES =
      """
      nobody, -,     /notes,                        200
      nobody, -,     /orders,                       403
      nobody, -,     /reports/1,                    403
      nobody, -,     ?topic=notes,                  403
      ann,    clerk, /orders,                       200
      ann,    clerk, /reports/1,                    403
      ann,    clerk, ?topic=orders,                 200
      ann,    clerk, ?topic=reports/1,              403
      ann,    clerk, ?topic=reports/01,             403
      ann,    clerk, ?topic=orders&topic=reports/1, 403
      ann,    clerk, ?topic=reports/1&topic=orders, 403
      ann,    clerk, ?topic=orders&topic=notes,     200
      bea,    boss,  /reports/1,                    200
      bea,    boss,  ?topic=orders&topic=reports/1, 200
      bea,    boss,  /secrets,                      403
      bea,    boss,  ?topic=secrets,                403
      bea,    boss,  ?topic=orders&topic=secrets,   403
      bea,    boss,  ?topic=nothing,                404
      """;

  @ParameterizedTest
  @CsvSource(textBlock = ROLES)
  void rolesDecideOnATopicsPathAndOnTheCollection(
      String user, String roles, String target, int expected) throws Exception {
    int port = Objects.requireNonNull(table).port();

    assertThat(status(port, target, "x-user: " + user, "x-roles: " + roles)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(textBlock = ROLES)
  void rolesDecideWithoutJerseysFeatureAndPastAnExceptionMapper(
      String user, String roles, String target, int expected) throws Exception {
    int port = Objects.requireNonNull(plainTable).port();
    // The collection method's own roles are those of its class, which only Jersey's feature knows.
    int own = user.equals("nobody") && target.equals("?topic=notes") ? 200 : expected;

    assertThat(status(port, target, "x-user: " + user, "x-roles: " + roles)).isEqualTo(own);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          allow,        /orders,                   200
          for ever,     /orders,                   200
          later,        /orders,                   200
          later,        ?topic=orders&topic=notes, 200
          who,          /orders,                   401
          challenge,    ?topic=orders,             401
          forbid,       /orders,                   403
          forbid,       ?topic=orders&topic=notes, 403
          later forbid, /orders,                   403
          later fails,  /orders,                   403
          throw,        /orders,                   403
          nothing,      /orders,                   403
          expired,      /orders,                   401
          allow,        /doors,                    403
          allow,        ?topic=orders&topic=doors, 403
          allow,        ?topic=orders&topic=notes, 200
          """)
  void guardsDecideBeforeAnythingIsSent(String guard, String target, int expected)
      throws Exception {
    int port = Objects.requireNonNull(plainTable).port();
    PLAIN_TABLE.connections().forEach(left -> left.close(CloseReason.CLOSED_BY_SERVER));
    await().until(() -> PLAIN_TABLE.connections().isEmpty());

    assertThat(status(port, target, "x-user: ann", "x-roles: clerk", "x-guard: " + guard))
        .isEqualTo(expected);
    if (expected != 200) {
      assertThat(PLAIN_TABLE.connections()).isEmpty();
    }
  }

  @Test
  void aRefusalNamesTheGuardsChallengeOrElseTheApplicationsScheme() throws Exception {
    int port = serve();

    try (RawClient client = RawClient.to(port)) {
      RawResponse own = client.get(VAULT + "/notes", "x-guard: challenge");
      assertThat(own.header("WWW-Authenticate")).isEqualTo("Bearer realm=\"vault\"");
      assertThat(own.header("Cache-Control")).isEqualTo("no-store");
    }
    try (RawClient client = RawClient.to(port)) {
      RawResponse usual = client.get(VAULT + "/notes", "x-guard: who");
      assertThat(usual.header("WWW-Authenticate")).isEqualTo("Basic");
    }
  }

  @Test
  void aGuardSeesWhoAsksForWhat() throws Exception {
    int port = serve();

    try (RawClient client = RawClient.to(port)) {
      client.get(
          "/tenants/a%20b/vault?topic=reports/007&topic=notes",
          "x-user: bea", "x-roles: boss", "Authorization: Bearer t");
    }

    assertThat(TenantGuard.ASKED)
        .extracting(GuardRequest::stream)
        .containsOnly("tenants/a%20b/vault");
    assertThat(TenantGuard.ASKED)
        .extracting(GuardRequest::topic)
        .containsExactly("reports/7", "notes");
    GuardRequest first = TenantGuard.ASKED.get(0);
    assertThat(first.variables()).isEqualTo(Map.of("tenant", "a b", "id", "7"));
    assertThat(first.principal()).isNotNull();
    assertThat(first.header("AUTHORIZATION")).contains("Bearer t");
    assertThat(first.toString()).doesNotContain("Bearer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"throw", "nothing", "later fails"})
  void aGuardThatFailsIsReported(String guard) throws Exception {
    int port = serve();

    assertThat(headStatus(port, "/notes", "x-guard: " + guard)).isEqualTo(403);

    await()
        .untilAsserted(
            () ->
                assertThat(failures)
                    .singleElement()
                    .asString()
                    .contains("guard must answer", "tenants/acme/vault/notes"));
  }

  @ParameterizedTest
  @ValueSource(strings = "stuck")
  void aGuardThatDoesNotAnswerRefusesAndHoldsUpNobodyElse(String guard) throws Exception {
    int port = serve();

    try (RawClient waiting = RawClient.to(port)) {
      waiting.send("GET", VAULT + "/notes", "x-guard: " + guard);
      await().until(() -> TenantGuard.ASKED.size() == 1);
      assertThat(status(port, "/notes")).isEqualTo(200);
      assertThat(waiting.next().status()).isEqualTo(403);
    }
    await().untilAsserted(() -> assertThat(failures).hasSize(1));
  }

  @Test
  void aStreamEndsWithItsCredentialAndSaysWhenToComeBack() throws Exception {
    int port = serve();

    try (RawClient client = RawClient.to(port)) {
      RawResponse stream = client.get(VAULT + "/notes", "x-guard: short");
      assertThat(stream.status()).isEqualTo(200);
      vault.note("acme", "in time");

      assertThat(stream.rest()).contains("data: in time\n\n").endsWith("\n\n").contains("retry: ");
    }
    await().untilAsserted(() -> assertThat(ends).containsExactly(CloseReason.EXPIRED));
  }

  @Test
  void aPrincipalThatIsRevokedIsCutAndToldWhenToComeBack() throws Exception {
    int port = serve();

    try (RawClient ann = RawClient.to(port);
        RawClient bob = RawClient.to(port)) {
      RawResponse stream = ann.get(VAULT + "/notes", "x-user: ann");
      RawResponse other = bob.get(VAULT + "/notes", "x-user: bob");
      await().until(() -> hub.connections().size() == 2);

      assertThat(hub.revoke("ann")).isEqualTo(1);

      assertThat(stream.rest()).contains("retry: ");
      vault.note("acme", "for bob");
      assertThat(nextEvent(other)).contains("data: for bob\n");
    }
    await().untilAsserted(() -> assertThat(ends).contains(CloseReason.REVOKED));
  }

  @Test
  void aFilterDecidesLiveAndOnReplayWhileAStuckOneHoldsUpNobodyElse() throws Exception {
    int port = serve();
    String[] ann = {"x-user: ann", "x-roles: clerk"};

    try (RawClient stuck = RawClient.to(port);
        RawClient live = RawClient.to(port);
        RawClient late = RawClient.to(port)) {
      stuck.get(VAULT + "/orders", "x-user: stuck", "x-roles: clerk");
      RawResponse first = live.get(VAULT + "/orders", ann);
      first.block();
      String start = first.block().replaceFirst("id: (.*)\n\n", "$1");
      vault.order("acme", "bob 1");
      vault.order("acme", "ann 1");
      vault.order("acme", "bob 2");

      assertThat(nextEvent(first)).contains("data: ann 1\n");
      assertThat(first.block()).startsWith("id: ").endsWith("-3\n\n");

      RawResponse replay = late.get(VAULT + "?topic=orders&lastEventId=" + start, ann);
      assertThat(nextEvent(replay)).contains("event: orders#order\n", "data: ann 1\n");
      vault.order("acme", "ann 2");
      assertThat(nextEvent(replay)).contains("data: ann 2\n");
      assertThat(nextEvent(first)).contains("data: ann 2\n");
    }
  }

  /** The next block with data; id-only blocks come between, whenever a reader has caught up. */
  private static String nextEvent(RawResponse stream) throws IOException {
    while (true) {
      String block = stream.block();
      if (block.contains("data:")) {
        return block;
      }
    }
  }
}
