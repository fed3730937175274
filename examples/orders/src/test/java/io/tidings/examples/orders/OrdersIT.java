package io.tidings.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.Device;
import io.tidings.sse.testing.HeadlessBrowser;
import io.tidings.sse.testing.RequiresProgram;
import io.tidings.sse.testing.WebServer;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@RequiresProgram("chromium")
class OrdersIT {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final OrderServer server = OrderServer.start(0);
  private final WebServer http = new WebServer(server.address());
  private final HeadlessBrowser browser = HeadlessBrowser.open(Device.wide(), server.address());

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  private void logIn(String name, String password) {
    browser.type("name", name);
    browser.type("password", password);
    browser.click("#login button");
  }

  private int move(int order) throws Exception {
    return http.send(http.request("warehouse/" + order).POST(HttpRequest.BodyPublishers.noBody()))
        .statusCode();
  }

  private String state(int order) {
    return browser.evaluate(
        "return document.getElementById('order-" + order + "')?.lastChild.textContent");
  }

  @Test
  void aCustomerSeesTheOwnOrdersAndHowTheyMove() throws Exception {
    logIn("ann", "secret");
    browser.awaitThat("document.querySelectorAll('#rows tr').length === 2");
    assertThat(state(17)).isEqualTo("PAID");
    assertThat(state(19)).as("an order of bob's").isEqualTo("null");

    assertThat(move(19)).isEqualTo(204);
    assertThat(move(17)).isEqualTo(204);

    browser.awaitThat("document.getElementById('order-17').lastChild.textContent === 'PACKED'");
    assertThat(state(19)).isEqualTo("null");
    browser.screenshot(SCREENSHOTS.resolve("wide.png"));
    browser.become(Device.phone().inTheDark());
    browser.screenshot(SCREENSHOTS.resolve("phone-dark.png"));
  }

  @Test
  void aWrongPasswordIsRefused() {
    logIn("ann", "guess");

    browser.awaitThat("document.getElementById('refused').textContent.length > 0");
    browser.screenshot(SCREENSHOTS.resolve("refused.png"));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ann,  secret, of/ann, 200
          ann,  secret, of/bob, 403
          ann,  guess,  of/ann, 401
          bob,  hidden, of/bob, 200
          """)
  void ticketsAreForTheOwnOrders(String name, String password, String topic, int expected)
      throws Exception {
    String credentials =
        Base64.getEncoder()
            .encodeToString((name + ':' + password).getBytes(StandardCharsets.UTF_8));

    assertThat(
            http.send(
                    http.request("orders/ticket?topic=" + topic)
                        .header("Authorization", "Basic " + credentials)
                        .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(expected);
  }

  @Test
  void nobodyReadsWithoutATicketOrAName() throws Exception {
    assertThat(http.get("orders/of/ann").statusCode()).isIn(401, 403);
    assertThat(http.get("orders/of/ann?ticket=none").statusCode()).isEqualTo(401);
  }
}
