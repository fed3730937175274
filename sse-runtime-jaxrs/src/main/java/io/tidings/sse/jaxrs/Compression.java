package io.tidings.sse.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import org.jspecify.annotations.Nullable;

/** Agrees with a client on the content encoding of its stream, where the feature allows gzip. */
final class Compression implements ContainerRequestFilter {

  private static final String PROPERTY = Compression.class.getName();

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isGzip = AcceptedEncoding.isGzip(request.getHeaderString(HttpHeaders.ACCEPT_ENCODING));
    request.setProperty(PROPERTY, isGzip ? StreamAnswer.Coding.GZIP : StreamAnswer.Coding.PLAIN);
  }

  /** What was agreed on; without this filter, nothing was offered. */
  static StreamAnswer.Coding of(ContainerRequestContext request) {
    @Nullable Object agreed = request.getProperty(PROPERTY);
    return agreed instanceof StreamAnswer.Coding coding ? coding : StreamAnswer.Coding.NOT_OFFERED;
  }
}
