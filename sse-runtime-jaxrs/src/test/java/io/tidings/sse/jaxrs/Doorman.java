package io.tidings.sse.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Notes which clients have come to an application, and which of them it has begun to answer. */
final class Doorman implements ContainerRequestFilter, ContainerResponseFilter {

  final Set<String> arrived = ConcurrentHashMap.newKeySet();
  final Set<String> answered = ConcurrentHashMap.newKeySet();

  @Override
  public void filter(ContainerRequestContext request) {
    arrived.add(id(request));
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    answered.add(id(request));
  }

  private static String id(ContainerRequestContext request) {
    String id = request.getHeaderString("sse-clientid");
    return id == null ? "" : id;
  }
}
