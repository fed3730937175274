package io.tidings.sse.jaxrs.pipe;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;

/** A page that is no stream. */
@Path("/plain")
public final class PlainResource {

  @GET
  @Produces("text/plain")
  public String get() {
    return "plain";
  }

  /** What it was asked for. */
  @GET
  @Path("{text}")
  @Produces("text/plain")
  public String echo(@PathParam("text") String text) {
    return text;
  }
}
