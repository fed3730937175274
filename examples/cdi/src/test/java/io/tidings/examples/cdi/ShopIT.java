package io.tidings.examples.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shop, started as its main method starts it. */
final class ShopIT {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private static Shop shop;

  @BeforeAll
  static void open() {
    shop = Shop.open(URI.create("http://localhost:0/"));
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  @Test
  void anOrderReachesWhoeverListens() throws Exception {
    var stream = HTTP.send(request("/orders/placed").build(), BodyHandlers.ofInputStream());

    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))) {
      var answer =
          HTTP.send(
              request("/desk")
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString("{\"article\":\"tea\",\"pieces\":3}"))
                  .build(),
              BodyHandlers.discarding());

      assertThat(answer.statusCode()).isEqualTo(204);
      assertThat(lines.lines().filter(line -> line.startsWith("data:")).findFirst())
          .hasValue("data: {\"article\":\"tea\",\"pieces\":3}");
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + shop.port() + path));
  }
}
