package io.tidings.examples.guide;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.SseFeature;
import org.glassfish.jersey.server.ResourceConfig;

/** An application whose streams are compressed for whoever wants it. */
final class CompressedServer {

  private CompressedServer() {}

  static ResourceConfig application(Hub hub) {
    // tag::compression[]
    ResourceConfig app = new ResourceConfig().register(SseFeature.of(hub).gzip());
    // end::compression[]
    return app;
  }
}
