package io.tidings.sse.jaxrs;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The decoded values in one request's path and query. */
record UriValues(UriInfo uri) {

  @Nullable String path(String name) {
    return uri.getPathParameters().getFirst(name);
  }

  @Nullable String query(String name) {
    return uri.getQueryParameters().getFirst(name);
  }

  @Nullable String pathOrQuery(String name) {
    String value = path(name);
    return value == null ? query(name) : value;
  }

  List<String> queryAll(String name) {
    return uri.getQueryParameters().getOrDefault(name, List.of());
  }
}
