/** Typed server-sent events for Jakarta REST: events, the hub, and the JAX-RS feature. */
module io.tidings.sse.runtime {
  requires transitive jakarta.ws.rs;
  requires jakarta.annotation;
  requires jakarta.inject;
  requires org.glassfish.jersey.core.common;
  requires org.glassfish.jersey.core.server;
  requires org.glassfish.jersey.media.sse;
  requires static io.tidings.sse.annotations;
  requires static org.jspecify;

  // Only where they are there: injection, JSON, and the containers' own ways out.
  requires static com.fasterxml.jackson.databind;
  requires static jakarta.json.bind;
  requires static jdk.jfr;
  requires static micrometer.core;
  requires static jakarta.servlet;
  requires static org.eclipse.jetty.ee10.servlet;
  requires static org.eclipse.jetty.ee11.servlet;
  requires static org.eclipse.jetty.http;
  requires static org.eclipse.jetty.io;
  requires static org.eclipse.jetty.server;
  requires static org.eclipse.jetty.util;
  requires static org.glassfish.grizzly;
  requires static org.glassfish.grizzly.http;
  requires static org.glassfish.grizzly.http.server;
  requires static org.glassfish.hk2.api;
  requires static tools.jackson.databind;
  requires static undertow.core;
  requires static undertow.servlet;
  requires static xnio.api;

  exports io.tidings.sse.event;
  exports io.tidings.sse.hub;
  exports io.tidings.sse.jaxrs;
  exports io.tidings.sse.metrics;
  exports io.tidings.sse.wire;

  // Jersey and its injection make and fill these by reflection.
  opens io.tidings.sse.jaxrs;
  opens io.tidings.sse.jaxrs.console;
  opens io.tidings.sse.transport.grizzly;
  opens io.tidings.sse.transport.jetty;
  opens io.tidings.sse.transport.portable;
  opens io.tidings.sse.transport.servlet;
}
