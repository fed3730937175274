package io.tidings.examples.guide;

import io.tidings.sse.event.Event;
import io.tidings.sse.jaxrs.ConnectionOptions;
import io.tidings.sse.jaxrs.SseConnection;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.Executor;

// tag::connection[]
/** Reports a day's prices to the one client that asks for it. */
@Path("reports")
public final class Reports {

  private static final ConnectionOptions OPTIONS =
      ConnectionOptions.usual().withLifetime(Duration.ofMinutes(10)).withHeader("X-Report", "1");

  private final Executor workers;

  public Reports(Executor workers) {
    this.workers = workers;
  }

  @GET
  @Path("{day}")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void report(
      @PathParam("day") String day,
      @Context SseEventSink sink,
      @Context ContainerRequestContext request) {
    SseConnection connection = SseConnection.open(request, sink, OPTIONS);
    workers.execute(() -> write(day, connection));
  }

  private static void write(String day, SseConnection connection) {
    connection.send(Event.of("begins").withType("progress").withId(day));
    connection.sendJson(new Price(new BigDecimal("42.10"), "EUR"));
    connection.close();
  }
}
// end::connection[]
