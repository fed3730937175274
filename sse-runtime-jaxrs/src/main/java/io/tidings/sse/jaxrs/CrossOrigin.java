package io.tidings.sse.jaxrs;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells browsers which pages may read a stream, and turns away those that may not where that is
 * wanted. Stands before and behind every method that streams.
 */
record CrossOrigin(Origins origins) implements ContainerRequestFilter, ContainerResponseFilter {

  static final String ORIGIN = "Origin";
  static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";
  static final String ALLOW_CREDENTIALS = "Access-Control-Allow-Credentials";
  private static final String FETCH_SITE = "Sec-Fetch-Site";

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isRead = !request.getMethod().equals(HttpMethod.OPTIONS);
    if (isRead && origins.isRefusing() && isForeign(request)) {
      request.abortWith(Refusal.forbidden());
    }
  }

  /** What a browser says cannot be forged by a page; who is no browser has no cookies to steal. */
  private boolean isForeign(ContainerRequestContext request) {
    String site = request.getHeaderString(FETCH_SITE);
    String origin = request.getHeaderString(ORIGIN);
    if (origin != null && origins.allows(origin)) {
      return false;
    }
    if (site != null) {
      return !site.equals("same-origin") && !site.equals("none");
    }
    return origin != null && !origin.equals(own(request.getUriInfo().getBaseUri()));
  }

  /** As a browser writes it: containers name a usual port, browsers do not. */
  private static String own(URI base) {
    String scheme = base.getScheme().toLowerCase(Locale.ROOT);
    int usual = scheme.equals("https") ? 443 : 80;
    String port = base.getPort() < 0 || base.getPort() == usual ? "" : ":" + base.getPort();
    return scheme + "://" + base.getHost().toLowerCase(Locale.ROOT) + port;
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    allow(request.getHeaderString(ORIGIN), response.getHeaders());
  }

  void allow(@Nullable String origin, MultivaluedMap<String, Object> headers) {
    if (!origins.isOpen()) {
      return;
    }
    if (origins.isAny()) {
      headers.putSingle(ALLOW_ORIGIN, "*");
      return;
    }
    headers.add(HttpHeaders.VARY, ORIGIN);
    if (origin != null && origins.allows(origin)) {
      headers.putSingle(ALLOW_ORIGIN, origin);
      if (origins.hasCredentials()) {
        headers.putSingle(ALLOW_CREDENTIALS, "true");
      }
    }
  }
}
