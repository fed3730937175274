/** A modular application with one stream. */
module clinic {
  requires io.tidings.sse.annotations;
  requires io.tidings.sse.client;
  requires io.tidings.sse.runtime;
  requires org.glassfish.grizzly.http.server;
  requires org.glassfish.jersey.container.grizzly2.http;
  requires org.glassfish.jersey.core.server;

  // So that the runtime can make the generated resource, and Jackson can read the payload.
  opens clinic;
}
