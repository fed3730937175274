package io.tidings.examples.cdi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Takes orders; CDI gives it the generated publisher. */
@ApplicationScoped
@Path("/desk")
public class OrderDesk {

  @Inject private Orders orders;

  /** Tells everybody who listens. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void place(Order order) {
    orders.placed(order);
  }
}
