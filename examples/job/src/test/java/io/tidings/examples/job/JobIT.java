package io.tidings.examples.job;

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
class JobIT {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final JobServer server = JobServer.start(0);
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

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  @Test
  void showsProgressAndTheEndAndALateWindowSeesTheLastWord() throws Exception {
    browser.driver().findElement(By.id("start")).click();
    awaitThat(browser, "document.getElementById('bar').value > 5");
    browser.screenshot(SCREENSHOTS.resolve("running.png"));
    awaitThat(browser, "document.getElementById('job').dataset.state === 'done'");
    assertThat(browser.evaluate("return document.getElementById('bar').value")).isEqualTo("100");
    browser.screenshot(SCREENSHOTS.resolve("done.png"));

    browser.driver().findElement(By.linkText("The link of this job")).click();
    awaitThat(browser, "document.getElementById('job').dataset.state === 'done'");
    assertThat(browser.evaluate("return document.getElementById('bar').value")).isEqualTo("100");
  }

  @Test
  void aLateWindowJoinsWhereTheJobIs() {
    browser.driver().findElement(By.id("start")).click();
    awaitThat(browser, "document.getElementById('bar').value > 10");
    String link = browser.evaluate("return document.getElementById('link').href");

    try (HeadlessBrowser late = HeadlessBrowser.open()) {
      late.become(Device.phone().inTheDark());
      late.driver().get(link);
      awaitThat(late, "document.getElementById('bar').value > 10");
      late.screenshot(SCREENSHOTS.resolve("late-phone-dark.png"));
      awaitThat(late, "document.getElementById('job').dataset.state === 'done'");
    }
  }

  @Test
  void aReaderThatHasSeenItAllIsToldNotToComeBack() throws Exception {
    String id = send(request("start").POST(HttpRequest.BodyPublishers.noBody())).body();
    String all = send(request("jobs/runs/" + id + "?lastEventId=0-0")).body();
    assertThat(all).contains("\"percent\":100", "event: sse-end");
    String last = all.replaceFirst("(?s).*\nid: ([^\n]+)\n.*", "$1");

    assertThat(send(request("jobs/runs/" + id).header("Last-Event-ID", last)).statusCode())
        .isEqualTo(204);
    assertThat(send(request("jobs/runs/" + id)).body())
        .as("one that comes after the end")
        .contains("\"percent\":100", "event: sse-end")
        .doesNotContain("\"percent\":99");
  }
}
