package io.tidings.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.testing.Device;
import io.tidings.sse.testing.HeadlessBrowser;
import io.tidings.sse.testing.RequiresProgram;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

@RequiresProgram("chromium")
class ChatIT {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final ChatServer server = ChatServer.start(0);
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
    type(browser, id, text);
  }

  private static void type(HeadlessBrowser browser, String id, String text) {
    browser.driver().findElement(By.id(id)).clear();
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

  private static void enter(HeadlessBrowser browser, String name) {
    type(browser, "name", name);
    browser.driver().findElement(By.cssSelector("#enter button")).click();
  }

  private static void say(HeadlessBrowser browser, String text) {
    type(browser, "text", text);
    browser.driver().findElement(By.cssSelector("#say button")).click();
  }

  @Test
  void twoPeopleTalkAndSeeEachOtherComeAndGo() {
    enter(browser, "Ann");
    awaitThat(browser, "document.getElementById('people').innerText === 'Ann'");
    say(browser, "Anybody <b>here</b>?");
    awaitThat(browser, "document.getElementById('log').innerText.includes('<b>here</b>')");

    try (HeadlessBrowser phone = HeadlessBrowser.open()) {
      phone.become(Device.phone().inTheDark());
      phone.driver().get(server.address().toString());
      enter(phone, "Bob");
      awaitThat(phone, "document.getElementById('log').innerText.includes('<b>here</b>')");
      say(phone, "Yes, and I see what you said before.");
      awaitThat(browser, "document.getElementById('log').innerText.includes('said before')");
      awaitThat(browser, "document.querySelectorAll('#people li').length === 2");
      phone.screenshot(SCREENSHOTS.resolve("phone-dark.png"));
      browser.screenshot(SCREENSHOTS.resolve("wide.png"));
    }

    awaitThat(browser, "document.getElementById('people').innerText === 'Ann'");
  }

  @Test
  void aRoomMayHaveAnyName() throws Exception {
    type("room", "tea & cake");
    enter(browser, "Ann");
    say(browser, "Mine!");

    awaitThat(browser, "document.getElementById('log').innerText.includes('Mine!')");
    assertThat(
            send(request("chat/rooms/lobby").method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(200);
  }
}
