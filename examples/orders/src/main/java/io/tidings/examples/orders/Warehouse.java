package io.tidings.examples.orders;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** Where orders are moved on; a real one would ask who is there. */
@Path("warehouse/{order}")
public final class Warehouse {

  private final Shop shop;

  Warehouse(Shop shop) {
    this.shop = shop;
  }

  /** Moves an order to its next state. */
  @POST
  public void move(@PathParam("order") int order) {
    shop.move(order);
  }
}
