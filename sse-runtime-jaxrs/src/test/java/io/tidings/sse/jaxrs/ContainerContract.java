package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.markets.Markets;
import io.tidings.sse.jaxrs.markets.MarketsPublisher;
import java.io.IOException;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.BeforeEach;

/** A container with the streams of the tests, and clients of it. */
abstract class ContainerContract extends ServedHub {
  static final String FIRST_BLOCK = ": tidings; heartbeat=[0-9]+\nretry: [0-9]+\n\n";
  static final String CURSOR_BLOCK = "id: [!-~]+-[0-9]+\n\n";

  Markets markets;
  MarketsPublisher publisher;

  abstract TestServer.Starter container();

  @BeforeEach
  void start() throws Exception {
    hub = Hub.builder().codec(JacksonCodec.create()).build();
    publisher = new MarketsPublisher(hub);
    markets = publisher;
    server = container().start(new ResourceConfig().register(SseFeature.of(hub)));
  }

  /** A stream that has had its first blocks, so that what follows is live. */
  RawResponse live(String target, String... headers) throws IOException {
    return live(get(target, headers));
  }

  static RawResponse live(RawResponse stream) throws IOException {
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.block()).matches(FIRST_BLOCK);
    assertThat(stream.block()).matches(CURSOR_BLOCK);
    return stream;
  }

  static String idOf(String block) {
    return block
        .lines()
        .filter(line -> line.startsWith("id: "))
        .findFirst()
        .orElseThrow()
        .substring("id: ".length());
  }

  static String next(String id) {
    int dash = id.lastIndexOf('-');
    return id.substring(0, dash + 1) + (Long.parseLong(id.substring(dash + 1)) + 1);
  }
}
