package io.tidings.examples.guide;

import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;

// tag::inject[]
/** Takes a price by PUT and tells everyone who looks. */
@Path("desk")
public class PriceDesk {

  private final Markets markets;

  @Inject
  PriceDesk(Markets markets) {
    this.markets = markets;
  }

  @PUT
  @Path("{symbol}")
  @Consumes(MediaType.APPLICATION_JSON)
  public void trade(@PathParam("symbol") String symbol, Price price) {
    markets.price(symbol, price);
  }
}
// end::inject[]
