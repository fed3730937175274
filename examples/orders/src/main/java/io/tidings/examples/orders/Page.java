package io.tidings.examples.orders;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;

/** The page that reads the stream. */
@Path("/")
public final class Page {

  /** The page itself. */
  @GET
  @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
  public InputStream index() {
    return Page.class.getResourceAsStream("/page/index.html");
  }
}
