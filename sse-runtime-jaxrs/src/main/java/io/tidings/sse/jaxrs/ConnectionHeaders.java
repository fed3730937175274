package io.tidings.sse.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Gives {@link StreamHeaders} to the responses that are connections of ours, and to no other. */
final class ConnectionHeaders implements ContainerResponseFilter {

  private final StreamHeaders headers = new StreamHeaders();

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    if (StreamAnswer.in(request::getProperty) != null) {
      headers.filter(request, response);
    }
  }
}
