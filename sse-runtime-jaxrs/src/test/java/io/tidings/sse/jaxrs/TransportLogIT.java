package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.pipe.Pipe;
import io.tidings.sse.jaxrs.pipe.PipeResource;
import java.time.Duration;
import java.util.List;
import org.glassfish.jersey.server.ResourceConfig;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What every way out of every container says in the log; alone, because all share it. */
@Tag("transports")
@Isolated
@ParameterizedClass
@EnumSource
final class TransportLogIT {

  private static final String ENCRYPTED = "the connection is encrypted";

  @Parameter WayOut way;

  @Test
  void theLogSaysOnceWhichWayIsTakenAndWhy() throws Exception {
    Hub hub = Hub.builder().codec(JacksonCodec.create()).build();
    ResourceConfig application =
        new ResourceConfig(PipeResource.class).register(SseFeature.of(hub));

    try (LogCapture log = new LogCapture(SseFeature.class);
        KitServers.Running server = way.start(application, KitServers.PATIENT);
        RawClient first = RawClient.to(server);
        RawClient second = RawClient.to(server)) {
      first.get("/pipe/" + Pipe.CALM).block();
      second.get("/pipe/" + Pipe.CALM).block();
      hub.close(Duration.ofMillis(500));

      assertThat(taken(log).size()).isEqualTo(way.isPortable() ? 0 : 1);
      assertThat(taken(log)).allMatch(message -> message.contains(way.name + ", because "));
      assertThat(log.messages().stream().anyMatch(text -> text.contains(ENCRYPTED)))
          .isEqualTo(way == WayOut.JETTY_TLS || way == WayOut.GRIZZLY_TLS);
    }
  }

  private static List<String> taken(LogCapture log) {
    return log.messages().stream()
        .filter(message -> message.startsWith("event streams leave through"))
        .filter(message -> !message.contains("SseEventSink"))
        .toList();
  }
}
