package io.tidings.examples.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.Device;
import io.tidings.sse.testing.HeadlessBrowser;
import io.tidings.sse.testing.RequiresProgram;
import io.tidings.sse.testing.WebServer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;

@RequiresProgram("chromium")
class JobIT {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final JobServer server = JobServer.start(0);
  private final WebServer http = new WebServer(server.address());
  private final HeadlessBrowser browser = HeadlessBrowser.open(Device.wide(), server.address());

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  @Test
  void showsProgressAndTheEndAndALateWindowSeesTheLastWord() throws Exception {
    browser.click("#start");
    browser.awaitThat("document.getElementById('bar').value > 5");
    browser.screenshot(SCREENSHOTS.resolve("running.png"));
    browser.awaitThat("document.getElementById('job').dataset.state === 'done'");
    assertThat(browser.evaluate("return document.getElementById('bar').value")).isEqualTo("100");
    browser.screenshot(SCREENSHOTS.resolve("done.png"));

    browser.driver().findElement(By.linkText("The link of this job")).click();
    browser.awaitThat("document.getElementById('job').dataset.state === 'done'");
    assertThat(browser.evaluate("return document.getElementById('bar').value")).isEqualTo("100");
  }

  @Test
  void aLateWindowJoinsWhereTheJobIs() {
    browser.click("#start");
    browser.awaitThat("document.getElementById('bar').value > 10");
    String link = browser.evaluate("return document.getElementById('link').href");

    try (HeadlessBrowser late =
        HeadlessBrowser.open(Device.phone().inTheDark(), URI.create(link))) {
      late.awaitThat("document.getElementById('bar').value > 10");
      late.screenshot(SCREENSHOTS.resolve("late-phone-dark.png"));
      late.awaitThat("document.getElementById('job').dataset.state === 'done'");
    }
  }

  @Test
  void aReaderThatHasSeenItAllIsToldNotToComeBack() throws Exception {
    String id = http.send(http.request("start").POST(HttpRequest.BodyPublishers.noBody())).body();
    String all = http.get("jobs/runs/" + id + "?lastEventId=0-0").body();
    assertThat(all).contains("\"percent\":100", "event: sse-end");
    String last = all.replaceFirst("(?s).*\nid: ([^\n]+)\n.*", "$1");

    assertThat(
            http.send(http.request("jobs/runs/" + id).header("Last-Event-ID", last)).statusCode())
        .isEqualTo(204);
    assertThat(http.get("jobs/runs/" + id).body())
        .as("one that comes after the end")
        .contains("\"percent\":100", "event: sse-end")
        .doesNotContain("\"percent\":99");
  }
}
