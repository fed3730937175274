package io.tidings.benchmarks.rows.parser;

import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.glassfish.jersey.media.sse.EventInput;
import org.glassfish.jersey.media.sse.InboundEvent;
import org.glassfish.jersey.media.sse.SseFeature;

/** The reader of Jersey's client, which is asked for one event after the other. */
final class JerseyReader implements StreamReader {

  private static final String INPUT = "input";

  private final Client client =
      ClientBuilder.newBuilder().register(SseFeature.class).register(new Given()).build();

  @Override
  public void read(Input input, EventSink sink) {
    EventInput events =
        client
            .target("http://localhost/")
            .request(SseFeature.SERVER_SENT_EVENTS_TYPE)
            .property(INPUT, input)
            .get(EventInput.class);
    for (InboundEvent event = events.read(); event != null; event = events.read()) {
      if (sink.wantsIds()) {
        sink.id(event.getId());
      }
      sink.event(event.getName(), new String(event.getRawData(), StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    client.close();
  }

  /** Answers requests by itself. */
  private static final class Given implements ClientRequestFilter, ClientResponseFilter {

    @Override
    public void filter(ClientRequestContext request) {
      request.abortWith(Response.ok("", SseFeature.SERVER_SENT_EVENTS_TYPE).build());
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) {
      response.setEntityStream(((Input) request.getProperty(INPUT)).stream());
    }
  }
}
