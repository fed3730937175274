package io.tidings.sse.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;

/** Notes which thread begins a response, before any filter of the application may fail. */
final class ResponseBeginning implements ContainerResponseFilter {

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    StreamAnswer answer = StreamAnswer.in(request::getProperty);
    if (answer != null) {
      answer.beginning().isMine();
    }
  }
}
