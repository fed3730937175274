package io.tidings.examples.vitals;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The page that draws the stream, and nothing but its own files. */
@Path("/")
public final class Page {

  private static final String CHART = "META-INF/resources/webjars/chart.js/4.5.1/dist/";

  private static final Map<String, PageFile> FILES =
      Map.of(
          "index.html", PageFile.load("page/index.html", "text/html"),
          "vitals.css", PageFile.load("page/vitals.css", "text/css"),
          "vitals.js", PageFile.load("page/vitals.js", "text/javascript"),
          "line.js", PageFile.load("page/line.js", "text/javascript"),
          "charts.js", PageFile.load("page/charts.js", "text/javascript"),
          "journal.js", PageFile.load("page/journal.js", "text/javascript"),
          "format.js", PageFile.load("page/format.js", "text/javascript"),
          "favicon.svg", PageFile.load("page/favicon.svg", "image/svg+xml"),
          "Vitals.java", PageFile.load("page/Vitals.java", "text/plain"),
          "chart.js", PageFile.load(CHART + "chart.umd.min.js", "text/javascript"));

  /** The page itself. */
  @GET
  public Response index(@Context Request request) {
    return file("index.html", request);
  }

  /** What the page consists of. */
  @GET
  @Path("{file}")
  public Response file(@PathParam("file") String name, @Context Request request) {
    PageFile file = FILES.get(name);
    if (file == null) {
      throw new NotFoundException();
    }
    EntityTag tag = new EntityTag(file.digest());
    @Nullable ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    ResponseBuilder answer =
        unchanged != null ? unchanged : Response.ok(file.content(), file.type());
    return answer
        .tag(tag)
        .header("Cache-Control", "no-cache")
        .header("Content-Security-Policy", "default-src 'self'")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
