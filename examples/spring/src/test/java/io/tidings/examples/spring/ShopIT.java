package io.tidings.examples.spring;

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
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The shop, started as its main method starts it. */
final class ShopIT {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static ConfigurableApplicationContext shop;

  @BeforeAll
  static void open() {
    shop = SpringApplication.run(ShopApplication.class, "--server.port=0");
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

  @Test
  void aShopThatClosesEndsItsStreamsAndDoesNotWaitForThem() throws Exception {
    // A server that waited for the stream would wait longer than a test may take.
    var other =
        SpringApplication.run(
            ShopApplication.class,
            "--server.port=0",
            "--spring.lifecycle.timeout-per-shutdown-phase=10m");
    var stream = HTTP.send(request(other, "/orders/placed").build(), BodyHandlers.ofLines());

    other.close();

    assertThat(stream.body()).anyMatch(line -> line.startsWith("retry:"));
  }

  private static HttpRequest.Builder request(String path) {
    return request(shop, path);
  }

  private static HttpRequest.Builder request(
      ConfigurableApplicationContext application, String path) {
    String port = application.getEnvironment().getProperty("local.server.port");
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }
}
