package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Hub;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;

/** A server with a hand-written resource, and clients of it. */
abstract class DeskServer extends ServedHub {

  private static final long PATIENCE = 10;

  /** A resource as a user writes it; a test plays the application behind it. */
  @Path("desk")
  public static final class Desk {

    final BlockingQueue<SseConnection> connections = new LinkedBlockingQueue<>();
    ConnectionOptions options = ConnectionOptions.usual();

    @GET
    @Path("{name}")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void stream(@Context SseEventSink sink, @Context ContainerRequestContext request) {
      connections.add(SseConnection.open(request, sink, options));
    }

    @GET
    @Path("plain/jaxrs")
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void plain(@Context SseEventSink sink, @Context Sse sse) {
      sink.send(sse.newEvent("without us"));
      close(sink);
    }

    @GET
    @Path("plain/page")
    @Produces(MediaType.TEXT_PLAIN)
    public String page(@Context ContainerRequestContext request) {
      try {
        SseConnection.open(request, null);
        return "opened";
      } catch (IllegalStateException refused) {
        return refused.getMessage();
      }
    }

    private static void close(SseEventSink sink) {
      try {
        sink.close();
      } catch (Exception e) {
        throw new IllegalStateException("sink must close", e);
      }
    }
  }

  @Parameter WayOut way;

  final Desk desk = new Desk();

  @BeforeEach
  void start() throws Exception {
    hub = Hub.builder().codec(JacksonCodec.create()).build();
    server =
        way.start(
            new ResourceConfig().register(desk).register(SseFeature.of(hub)), KitServers.PATIENT);
  }

  RawResponse live(String target, String... headers) throws Exception {
    RawResponse stream = get(target, headers);
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.block()).matches(ContainerContract.FIRST_BLOCK);
    return stream;
  }

  SseConnection connection() throws Exception {
    SseConnection connection = desk.connections.poll(PATIENCE, TimeUnit.SECONDS);
    assertThat(connection).isNotNull();
    return connection;
  }

  static CloseReason end(SseConnection connection) throws Exception {
    CompletableFuture<CloseReason> end = new CompletableFuture<>();
    connection.done().thenAccept(end::complete);
    return end.get(PATIENCE, TimeUnit.SECONDS);
  }
}
