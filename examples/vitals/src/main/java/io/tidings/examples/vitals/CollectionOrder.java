package io.tidings.examples.vitals;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

/** Orders a garbage collection, because an idle server would hardly ever show one. */
@Path("/collections")
public final class CollectionOrder {

  /** Asks for JSON, because a page of another origin cannot send that without asking first. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public void collect() {
    System.gc();
  }
}
