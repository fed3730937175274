package io.tidings.sse.client;

import io.tidings.sse.client.StreamException.Fault;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the next request of a redirect is. */
final class Redirect {

  private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);

  /** All other headers may be credentials, whatever they are called. */
  private static final Set<String> CROSS_ORIGINS =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "cache-control",
          "content-type",
          "last-event-id",
          "user-agent");

  private Redirect() {}

  static boolean isOne(int status) {
    return STATUSES.contains(status);
  }

  /** The request that follows; credentials never cross origins, https never falls to http. */
  static HttpRequest follow(HttpRequest request, int status, Optional<String> location)
      throws StreamException {
    URI from = request.uri();
    URI to = target(from, location);
    boolean sameOrigin = origin(from).equals(origin(to));
    boolean dropsBody = dropsBody(status, request.method());
    HttpRequest.Builder next =
        HttpRequest.newBuilder(
            request,
            (name, value) -> {
              String header = name.toLowerCase(Locale.ROOT);
              return (sameOrigin || CROSS_ORIGINS.contains(header))
                  && !(dropsBody && header.startsWith("content-"));
            });
    if (dropsBody) {
      next.GET();
    }
    return next.uri(to).build();
  }

  private static URI target(URI from, Optional<String> location) throws StreamException {
    URI to;
    try {
      to = from.resolve(URI.create(location.orElse("")));
    } catch (IllegalArgumentException e) {
      throw refused("a URI", location.orElse(""), e);
    }
    String scheme = String.valueOf(to.getScheme()).toLowerCase(Locale.ROOT);
    if (location.isEmpty() || to.getHost() == null || !Set.of("http", "https").contains(scheme)) {
      throw refused("an http or https URI", location.orElse("none"), null);
    }
    if (from.getScheme().equalsIgnoreCase("https") && scheme.equals("http")) {
      throw refused("https like its origin", to.toString(), null);
    }
    return to;
  }

  // Fetch: 303, and 301 and 302 of a POST, become a GET without a body.
  private static boolean dropsBody(int status, String method) {
    boolean plain = method.equals("GET") || method.equals("HEAD");
    return (status == 303 && !plain) || ((status == 301 || status == 302) && method.equals("POST"));
  }

  private static String origin(URI uri) {
    String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
    int port = uri.getPort() >= 0 ? uri.getPort() : scheme.equals("https") ? 443 : 80;
    return scheme + "://" + uri.getHost().toLowerCase(Locale.ROOT) + ':' + port;
  }

  private static StreamException refused(
      String rule, String was, @org.jspecify.annotations.Nullable Throwable cause) {
    return StreamException.of(
        Fault.REDIRECT, "redirect must lead to " + rule + "; was " + was, cause);
  }
}
