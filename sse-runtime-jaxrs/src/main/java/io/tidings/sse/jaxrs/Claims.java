package io.tidings.sse.jaxrs;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * What a client says of itself: its name, and the last event that it has seen. A name that is not
 * plain is no name; the event id goes to the hub as it came.
 */
record Claims(@Nullable String clientId, @Nullable String lastEventId) {

  static final String CLIENT_ID_HEADER = "sse-clientid";

  private static final int LONGEST_NAME = 128;

  /** Headers win over the query, which is for browsers: they cannot set headers. */
  static Claims of(ContainerRequestContext request, String clientIdHeader) {
    UriValues values = new UriValues(request.getUriInfo());
    return new Claims(
        plain(claim(request.getHeaderString(clientIdHeader), values.query("clientId"))),
        claim(request.getHeaderString("Last-Event-ID"), values.query("lastEventId")));
  }

  private static @Nullable String claim(@Nullable String header, @Nullable String query) {
    String claim = header == null || header.isEmpty() ? query : header;
    return claim == null || claim.isEmpty() ? null : claim;
  }

  private static @Nullable String plain(@Nullable String name) {
    boolean isPlain =
        name != null
            && name.length() <= LONGEST_NAME
            && name.chars().allMatch(c -> c > ' ' && c <= '~');
    return isPlain ? name : null;
  }
}
