package io.tidings.sse.jaxrs;

import io.tidings.sse.transport.portable.PortableBatchWriter;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.media.sse.SseFeature;
import org.glassfish.jersey.server.spi.Container;

/** The ways out of a container that this application has, and which of them is taken. */
final class Transports {

  private Transports() {}

  /** Registers what the transports want of Jersey. */
  static void register(FeatureContext context) {
    if (!context.getConfiguration().isRegistered(SseFeature.class)) {
      context.register(SseFeature.class);
    }
    context.register(new PortableBatchWriter());
  }

  static String choice(Container container) {
    return "through SseEventSink: it works in every container, and "
        + container.getClass().getName()
        + " has no way of its own yet";
  }
}
