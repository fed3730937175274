package io.tidings.sse.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A server as a program sees it that takes each answer whole. */
public record WebServer(URI address) {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** Begins a request to this path below the address. */
  public HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + path));
  }

  /** Sends it, without an offer of HTTP/2, for which Grizzly would drop the body. */
  public HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .build()
        .send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
  }

  /** Asks for this path. */
  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }
}
