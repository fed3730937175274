package io.tidings.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.filter.RolesAllowedDynamicFeature;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a stream as the processor has written them, from a request to its answer. */
@Timeout(30)
class TicketsIT {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private static final Hub HUB = Hub.create();
  private static HttpServer server;

  @BeforeAll
  static void start() {
    ResourceConfig application =
        new ResourceConfig()
            .register(SseFeature.of(HUB).only(Tickets.class))
            .register(RolesAllowedDynamicFeature.class)
            .register(new Login(), Priorities.AUTHENTICATION);
    server =
        GrizzlyHttpServerFactory.createHttpServer(URI.create("http://localhost:0/"), application);
  }

  @AfterAll
  static void stop() {
    HUB.close(Duration.ZERO);
    server.shutdownNow();
  }

  /** Believes two headers, as only a test may. */
  private static final class Login implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) {
      request.setSecurityContext(
          new Caller(request.getHeaderString("x-user"), request.getHeaderString("x-role")));
    }
  }

  private record Caller(@Nullable String user, @Nullable String role) implements SecurityContext {
    @Override
    public @Nullable Principal getUserPrincipal() {
      return user == null ? null : () -> user;
    }

    @Override
    public boolean isUserInRole(String asked) {
      return asked.equals(role);
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Bearer";
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ann@acme,  clerk, /opened,                     200
          ann@acme,  clerk, ?topic=opened,               200
          ann@acme,  clerk, /audits,                     403
          ann@acme,  clerk, ?topic=opened&topic=audits,  403
          bea@acme,  boss,  ?topic=opened&topic=audits,  200
          eve@other, clerk, /opened,                     403
          eve@other, boss,  ?topic=audits,               403
          ann@acme,  guest, /opened,                     403
          """)
  void rolesAndGuardsDecideWhoMayRead(String user, String role, String target, int expected)
      throws Exception {
    HttpResponse<Stream<String>> answer = get(target, user, role);

    assertThat(answer.statusCode()).isEqualTo(expected);
  }

  @Test
  void aFilterDecidesWhatAClerkReads() throws Exception {
    Tickets tickets = new TicketsPublisher(HUB);
    HttpResponse<Stream<String>> answer = get("/opened", "ann@acme", "clerk");

    tickets.opened("acme", new Ticket("bob@acme", "for Bob"));
    tickets.opened("other", new Ticket("ann@acme", "of another tenant"));
    tickets.opened("acme", new Ticket("ann@acme", "for Ann"));

    List<String> data = answer.body().filter(line -> line.startsWith("data:")).limit(1).toList();
    assertThat(data).singleElement().asString().contains("for Ann");
  }

  private HttpResponse<Stream<String>> get(String target, String user, String role)
      throws IOException, InterruptedException {
    int port = server.getListeners().iterator().next().getPort();
    URI uri = URI.create("http://localhost:" + port + "/tenants/acme/tickets" + target);
    HttpRequest request =
        HttpRequest.newBuilder(uri).header("x-user", user).header("x-role", role).build();
    return CLIENT.send(request, BodyHandlers.ofLines());
  }
}
