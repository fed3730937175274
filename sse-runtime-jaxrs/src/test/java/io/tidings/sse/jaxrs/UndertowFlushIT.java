package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.pipe.Pipe;
import io.tidings.sse.jaxrs.pipe.PipeResource;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.ConduitFactory;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xnio.conduits.AbstractStreamSinkConduit;
import org.xnio.conduits.StreamSinkConduit;

/** Undertow over HTTP/2, when whoever writes is always slower than who sends to the socket. */
final class UndertowFlushIT extends ServedHub {

  private static final int NARROW = 1000;

  private Pipe pipe;
  private Http2Client client;

  @BeforeEach
  void start() throws Exception {
    hub = Hub.builder().codec(JacksonCodec.create()).build();
    pipe = new Pipe(hub);
    server =
        KitServers.undertow(
            new ResourceConfig(PipeResource.class).register(SseFeature.of(hub)),
            KitServers.PATIENT,
            (undertow, handler) ->
                undertow
                    .setServerOption(UndertowOptions.ENABLE_HTTP2, true)
                    .addHttpListener(
                        0,
                        KitServers.HOST,
                        exchange -> {
                          exchange.addResponseWrapper(SlowWriter::new);
                          handler.handleRequest(exchange);
                        }));
    client = opened(Http2Client.to(server.port(), NARROW));
  }

  @Test
  void anEventThatIsLargerThanTheWindowComesWholeWithoutAnother() throws Exception {
    Http2Stream stream = client.get("/pipe/calm?clientId=one");
    assertThat(stream.block()).contains("retry: ");
    assertThat(stream.block()).startsWith("id: ");
    String large = "z".repeat(10 * NARROW);

    pipe.line(Pipe.CALM, large);

    assertThat(PipedServer.dataOf(stream.block())).isEqualTo(large);
  }

  /** Learns what a flush has done when the other thread is through with it. */
  private static final class SlowWriter extends AbstractStreamSinkConduit<StreamSinkConduit> {

    SlowWriter(ConduitFactory<StreamSinkConduit> factory, HttpServerExchange exchange) {
      super(factory.create());
    }

    @Override
    public boolean flush() throws IOException {
      if (Thread.currentThread() == getWriteThread()) {
        return super.flush();
      }
      return CompletableFuture.supplyAsync(this::flushed, getWriteThread()).join();
    }

    private boolean flushed() {
      try {
        return super.flush();
      } catch (IOException e) {
        throw new CompletionException(e);
      }
    }
  }
}
