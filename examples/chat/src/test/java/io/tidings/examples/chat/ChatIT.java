package io.tidings.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.Device;
import io.tidings.sse.testing.HeadlessBrowser;
import io.tidings.sse.testing.RequiresProgram;
import io.tidings.sse.testing.WebServer;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@RequiresProgram("chromium")
class ChatIT {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final ChatServer server = ChatServer.start(0);
  private final WebServer http = new WebServer(server.address());
  private final HeadlessBrowser browser = HeadlessBrowser.open(Device.wide(), server.address());

  @AfterEach
  void close() {
    browser.close();
    server.close();
  }

  private static void enter(HeadlessBrowser browser, String name) {
    browser.type("name", name);
    browser.click("#enter button");
  }

  private static void say(HeadlessBrowser browser, String text) {
    browser.type("text", text);
    browser.click("#say button");
  }

  @Test
  void twoPeopleTalkAndSeeEachOtherComeAndGo() {
    enter(browser, "Ann");
    browser.awaitThat("document.getElementById('people').innerText === 'Ann'");
    say(browser, "Anybody <b>here</b>?");
    browser.awaitThat("document.getElementById('log').innerText.includes('<b>here</b>')");

    try (HeadlessBrowser phone =
        HeadlessBrowser.open(Device.phone().inTheDark(), server.address())) {
      enter(phone, "Bob");
      phone.awaitThat("document.getElementById('log').innerText.includes('<b>here</b>')");
      say(phone, "Yes, and I see what you said before.");
      browser.awaitThat("document.getElementById('log').innerText.includes('said before')");
      browser.awaitThat("document.querySelectorAll('#people li').length === 2");
      phone.screenshot(SCREENSHOTS.resolve("phone-dark.png"));
      browser.screenshot(SCREENSHOTS.resolve("wide.png"));
    }

    browser.awaitThat("document.getElementById('people').innerText === 'Ann'");
  }

  @Test
  void aRoomMayHaveAnyName() throws Exception {
    browser.type("room", "tea & cake");
    enter(browser, "Ann");
    say(browser, "Mine!");

    browser.awaitThat("document.getElementById('log').innerText.includes('Mine!')");
    assertThat(
            http.send(
                    http.request("chat/rooms/lobby")
                        .method("HEAD", HttpRequest.BodyPublishers.noBody()))
                .statusCode())
        .isEqualTo(200);
  }
}
