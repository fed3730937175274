package io.tidings.examples.spring;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.springframework.stereotype.Component;

/** Takes orders; Spring gives it the generated publisher. */
@Component
@Path("/desk")
public class OrderDesk {

  private final Orders orders;

  OrderDesk(Orders orders) {
    this.orders = orders;
  }

  /** Tells everybody who listens. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void place(Order order) {
    orders.placed(order);
  }
}
