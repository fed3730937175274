package io.tidings.examples.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.testing.Device;
import io.tidings.sse.testing.HeadlessBrowser;
import io.tidings.sse.testing.RequiresProgram;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.By;

@RequiresProgram("chromium")
class OrdersIT {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final OrderServer server = OrderServer.start(0);
  private HeadlessBrowser browser;

  @BeforeEach
  void openBrowser() {
    browser = HeadlessBrowser.open();
    browser.become(Device.wide());
    browser.driver().get(server.address().toString());
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  private static void awaitThat(HeadlessBrowser browser, String script) {
    await(script)
        .atMost(Duration.ofSeconds(30))
        .until(() -> browser.evaluate("return " + script).equals("true"));
  }

  private void type(String id, String text) {
    browser.driver().findElement(By.id(id)).sendKeys(text);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private void logIn(String name, String password) {
    type("name", name);
    type("password", password);
    browser.driver().findElement(By.cssSelector("#login button")).click();
  }

  private int move(int order) throws Exception {
    return send(request("warehouse/" + order).POST(HttpRequest.BodyPublishers.noBody()))
        .statusCode();
  }

  private String state(int order) {
    return browser.evaluate(
        "return document.getElementById('order-" + order + "')?.lastChild.textContent");
  }

  @Test
  void aCustomerSeesTheOwnOrdersAndHowTheyMove() throws Exception {
    logIn("ann", "secret");
    awaitThat(browser, "document.querySelectorAll('#rows tr').length === 2");
    assertThat(state(17)).isEqualTo("PAID");
    assertThat(state(19)).as("an order of bob's").isEqualTo("null");

    assertThat(move(19)).isEqualTo(204);
    assertThat(move(17)).isEqualTo(204);

    awaitThat(browser, "document.getElementById('order-17').lastChild.textContent === 'PACKED'");
    assertThat(state(19)).isEqualTo("null");
    browser.screenshot(SCREENSHOTS.resolve("wide.png"));
    browser.become(Device.phone().inTheDark());
    browser.screenshot(SCREENSHOTS.resolve("phone-dark.png"));
  }

  @Test
  void aWrongPasswordIsRefused() {
    logIn("ann", "guess");

    awaitThat(browser, "document.getElementById('refused').textContent.length > 0");
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
            send(request("orders/ticket?topic=" + topic)
                    .header("Authorization", "Basic " + credentials)
                    .POST(HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(expected);
  }

  @Test
  void nobodyReadsWithoutATicketOrAName() throws Exception {
    assertThat(send(request("orders/of/ann")).statusCode()).isIn(401, 403);
    assertThat(send(request("orders/of/ann?ticket=none")).statusCode()).isEqualTo(401);
  }
}
