package io.tidings.examples.cdi;

import io.tidings.sse.hub.Hub;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the one hub of the application, and closes it with the container. */
@ApplicationScoped
public class HubProducer {

  // tag::cdi[]
  @Produces
  @Singleton
  Hub hub() {
    return Hub.create();
  }

  void close(@Disposes Hub hub) {
    hub.close();
  }
  // end::cdi[]
}
