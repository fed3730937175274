package io.tidings.examples.vitals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Scanner;

/** One topic as any HTTP client reads it, beside the browser. */
record LiveTopic(URI uri) {

  static LiveTopic of(URI server, String topic) {
    return new LiveTopic(URI.create(server + "/vitals/" + topic));
  }

  /** Returns when that many events have come after this id. */
  void awaitEventsAfter(String id, int events) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(uri).header("Last-Event-ID", id).build();
    try (InputStream body =
            HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body();
        Scanner lines = new Scanner(body, UTF_8)) {
      for (int seen = 0; seen < events; ) {
        seen += lines.nextLine().startsWith("data:") ? 1 : 0;
      }
    }
  }
}
