package io.tidings.sse.jaxrs;

import io.tidings.sse.transport.portable.PortableBatchWriter;
import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.media.sse.SseFeature;

/** What every way out of a container wants of Jersey. */
final class Transports {

  private Transports() {}

  static void register(FeatureContext context) {
    if (!context.getConfiguration().isRegistered(SseFeature.class)) {
      context.register(SseFeature.class);
    }
    context.register(new PortableBatchWriter());
  }
}
