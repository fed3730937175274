package io.tidings.sse.jaxrs;

import io.tidings.sse.transport.Candidates;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells clients that do not say who they are from each other, as well as it can. Good enough to
 * have one wait longer than another, and for nothing else: all of it can be invented.
 */
final class Visitor {

  private static final int LONGEST_PART = 128;

  private Visitor() {}

  /** Its address, or what a proxy says of it, and the name of its program. */
  static String of(ContainerRequestContext request) {
    return part(request.getHeaderString("Forwarded"))
        + part(request.getHeaderString("X-Forwarded-For"))
        + part(address(request))
        + part(request.getHeaderString(HttpHeaders.USER_AGENT));
  }

  private static @Nullable String address(ContainerRequestContext request) {
    return request.getProperty(Candidates.PEER) instanceof Supplier<?> peer
        ? String.valueOf(peer.get())
        : null;
  }

  private static String part(@Nullable String text) {
    String some = text == null ? "" : text;
    return some.substring(0, Math.min(some.length(), LONGEST_PART)) + ' ';
  }
}
