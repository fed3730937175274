package io.tidings.sse.client;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What every attempt to open one stream sends, but for the last event id. Immutable.
 *
 * @param body made anew for each attempt; nothing for a request without one
 * @param client what sends it; nothing for the one that all streams share
 */
record RequestTemplate(
    URI uri,
    List<Map.Entry<String, String>> headers,
    Consumer<HttpRequest.Builder> customiser,
    String method,
    @Nullable Supplier<BodyPublisher> body,
    boolean compression,
    @Nullable HttpClient client) {

  static RequestTemplate of(URI uri) {
    String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
    if (!List.of("http", "https").contains(scheme) || uri.getHost() == null) {
      throw new IllegalArgumentException("uri must be an http or https URI; was " + uri);
    }
    return new RequestTemplate(uri, List.of(), request -> {}, "GET", null, false, null);
  }

  RequestTemplate withHeader(String name, String value) {
    HttpRequest.newBuilder().header(name, value); // refuses what cannot be sent
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new RequestTemplate(
        uri, List.copyOf(more), customiser, method, body, compression, client);
  }

  RequestTemplate withChange(Consumer<HttpRequest.Builder> change) {
    Consumer<HttpRequest.Builder> both = customiser.andThen(change);
    return new RequestTemplate(uri, headers, both, method, body, compression, client);
  }

  RequestTemplate withBody(String newMethod, byte[] newBody) {
    byte[] copy = newBody.clone();
    Supplier<BodyPublisher> again = () -> BodyPublishers.ofByteArray(copy);
    return new RequestTemplate(uri, headers, customiser, newMethod, again, compression, client);
  }

  RequestTemplate withCompression(boolean wanted) {
    return new RequestTemplate(uri, headers, customiser, method, body, wanted, client);
  }

  RequestTemplate withClient(HttpClient newClient) {
    if (newClient.followRedirects() != HttpClient.Redirect.NEVER) {
      throw new IllegalArgumentException(
          "http client must not follow redirects itself; was " + newClient.followRedirects());
    }
    return new RequestTemplate(uri, headers, customiser, method, body, compression, newClient);
  }

  HttpClient clientOrShared() {
    return client == null ? Shared.CLIENT : client;
  }

  /** The request of the next attempt. */
  HttpRequest request(String lastEventId) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri)
            .version(version())
            .setHeader("Accept", "text/event-stream")
            .setHeader("Cache-Control", "no-cache");
    if (body != null) {
      request.method(method, body.get());
    }
    if (compression) {
      request.setHeader("Accept-Encoding", "gzip");
    }
    headers.forEach(header -> request.header(header.getKey(), header.getValue()));
    customiser.accept(request);
    if (!lastEventId.isEmpty()) {
      request.setHeader("Last-Event-ID", lastEventId);
    }
    return request.build();
  }

  // Without TLS, HTTP/2 would start with an upgrade that some servers take badly.
  private HttpClient.Version version() {
    boolean tls = uri.getScheme().equalsIgnoreCase("https");
    HttpClient.Version preset = tls ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    return client == null ? preset : client.version();
  }

  /** How many topics the URI asks for, at least one. */
  int topics() {
    String query = uri.getRawQuery();
    long asked =
        query == null
            ? 0
            : List.of(query.split("&", -1)).stream().filter(p -> p.startsWith("topic=")).count();
    return Math.max(1, (int) asked);
  }

  /** Made when the first stream opens; its threads end when nothing uses it. */
  private static final class Shared {
    static final HttpClient CLIENT = HttpClient.newHttpClient();
  }
}
