package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.vault.VaultPublisher;
import io.tidings.sse.jaxrs.vault.VaultResource;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console over real sockets: who sees it, and what it says. */
@Timeout(60)
final class ConsoleIT {

  private static final String[] BOSS = {"x-user: eve", "x-roles: boss"};

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
                .register(SseFeature.of(hub).console("/ops/console", "boss")));
  }

  @AfterEach
  void stop() {
    hub.close(Duration.ZERO);
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          GET,  /ops/console,                    x-user: eve,  x-roles: boss,  200
          GET,  /ops/console,                    x-user: ann,  x-roles: clerk, 403
          GET,  /ops/console,                    x-nobody: 1,  x-roles: clerk, 401
          GET,  /ops/console/console.js,         x-user: ann,  x-roles: clerk, 403
          GET,  /ops/console/console.css,        x-user: eve,  x-roles: boss,  200
          GET,  /sse-console/overview,           x-user: eve,  x-roles: boss,  200
          GET,  /sse-console/overview,           x-user: ann,  x-roles: clerk, 403
          GET,  /sse-console?topic=overview,     x-user: ann,  x-roles: clerk, 403
          GET,  /sse-console?topic=overview,     x-nobody: 1,  x-roles: clerk, 401
          POST, /ops/console/disconnect?client=, x-user: ann,  x-roles: clerk, 403
          POST, /ops/console/disconnect?client=, x-user: eve,  x-roles: boss,  400
          """)
  void isForThoseOnlyWhomTheGuardLetsIn(
      String method, String target, String user, String roles, int expected) throws IOException {
    try (RawClient client = RawClient.to(server.port())) {
      assertThat(client.exchange(method, target, user, roles, "Content-Length: 0").status())
          .isEqualTo(expected);
    }
  }

  @Test
  void isNotThereUnlessItIsAskedFor() throws IOException {
    try (TestServer plain =
            GrizzlyServer.start(
                new ResourceConfig().register(VaultResource.class).register(SseFeature.of(hub)));
        RawClient client = RawClient.to(plain.port());
        RawClient other = RawClient.to(plain.port())) {
      assertThat(client.get("/ops/console").status()).isEqualTo(404);
      assertThat(other.get("/sse-console/overview").status()).isEqualTo(404);
    }
  }

  @Test
  void needsAPathOfItsOwn() {
    assertThatThrownBy(() -> SseFeature.of(hub).console("/", "boss"))
        .hasMessage("console path must be a plain path; was \"/\"");
  }

  @Test
  void disconnectsAClient() throws Exception {
    try (RawClient reader = RawClient.to(server.port());
        RawClient operator = RawClient.to(server.port())) {
      RawResponse stream =
          reader.get("/tenants/acme/vault/notes", "x-user: ann", "sse-clientid: tab");
      await().until(() -> hub.connectionsOfClient("tab").size() == 1);

      RawResponse answer =
          operator.exchange(
              "POST",
              "/ops/console/disconnect?client=tab",
              BOSS[0],
              BOSS[1],
              "x-tidings-console: 1",
              "Content-Length: 0");

      assertThat(answer.rest()).isEqualTo("{\"disconnected\":1}");
      assertThat(stream.rest()).as("a clean end").startsWith(": tidings").endsWith("\n\n");
    }
  }

  private String event(String topic) throws IOException {
    try (RawClient client = RawClient.to(server.port())) {
      RawResponse stream =
          client.get(
              "/sse-console?topic=" + URLEncoder.encode(topic, StandardCharsets.UTF_8), BOSS);
      assertThat(stream.status()).isEqualTo(200);
      String block = stream.block();
      while (!block.contains("data:")) {
        block = stream.block();
      }
      return block;
    }
  }

  @Test
  void findsOneOfTenThousandTopicsAndShowsAPageOfThem() throws Exception {
    for (int i = 0; i < 10_000; i++) {
      vault.report("acme", i, "report");
    }

    assertThat(event("topics?page=0&search=%3AREPORTS%2F77"))
        .contains("\"total\":111", "\"topic\":\"reports/77\"", "\"readers\":0");
    assertThat(event("topics?page=399&search=%3A"))
        .contains("\"total\":10000", "\"topic\":\"reports/9999\"");
    assertThat(event("topics?page=400&search=%3A")).contains("\"rows\":[]");
  }

  @Test
  void showsFiguresAndConnectionsWithoutItself() throws Exception {
    try (RawClient reader = RawClient.to(server.port())) {
      reader.get("/tenants/acme/vault/notes", "x-user: ann", "sse-clientid: <tab>");
      await().until(() -> hub.connectionsOfClient("<tab>").size() == 1);
      vault.note("acme", "hello");

      assertThat(event("overview")).contains("\"status\":\"UP\"", "\"published\":1", "\"gaps\":0");
      assertThat(event("connections?page=0&search=%3Aann"))
          .contains(
              "\"total\":1",
              "\"client\":\"\\u003ctab\\u003e\"",
              "\"principal\":\"ann\"",
              "\"stream\":\"tenants/acme/vault\"",
              "\"topics\":[\"notes\"]");
      assertThat(event("connections?page=0&search=%3Anobody")).contains("\"total\":0");
      assertThat(event("topics?page=0&search=%3A")).contains("\"total\":1");
    }
  }
}
