package io.tidings.examples.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.Device;
import io.tidings.sse.testing.HeadlessBrowser;
import io.tidings.sse.testing.RequiresProgram;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The console of a chat, in a real browser. */
@RequiresProgram("chromium")
class ConsoleIT {

  private static final int MOST_STEPS = 60;
  private static final Path SCREENSHOTS = Path.of("target/screenshots");

  private final ChatServer server = ChatServer.start(0);
  // Without an offer of HTTP/2, for which Grizzly would drop the body.
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private HttpResponse<Stream<String>> reader;
  private HeadlessBrowser browser;

  @BeforeEach
  void open() throws Exception {
    for (String room : new String[] {"lobby", "kitchen", "garden"}) {
      say(room, "hello");
    }
    reader =
        http.send(request("chat/rooms/lobby?clientId=Ann").GET().build(), BodyHandlers.ofLines());
    browser = HeadlessBrowser.open(Device.wide(), URI.create(server.address() + "console"));
    browser.awaitThat("document.body.dataset.state === 'live'");
  }

  @AfterEach
  void close() {
    browser.close();
    server.close();
    reader.body().close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.address() + path));
  }

  private void say(String room, String text) throws Exception {
    HttpResponse<Void> answer =
        http.send(
            request("say/" + room)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"Bob\",\"text\":\"" + text + "\"}"))
                .build(),
            BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(204);
  }

  @Test
  void showsFiguresThatChange() throws Exception {
    browser.awaitThat("document.querySelector('[data-of=delivered] b').textContent !== ''");
    browser.evaluate(
        "window.peak = 0; const b = document.querySelector('[data-of=delivered] b');"
            + "new MutationObserver(() => { peak = Math.max(peak, parseFloat(b.textContent)); })"
            + ".observe(b, { childList: true, characterData: true, subtree: true });");
    for (int i = 0; i < 200; i++) {
      say("lobby", "again " + i);
    }

    browser.awaitThat("peak > 10");
    browser.awaitThat("document.querySelector('[data-of=topics] b').textContent > 2");
    browser.awaitThat(
        "document.querySelector('[data-of=delivered] polyline').getAttribute('points').length > 5");
  }

  @Test
  void findsATopicOnTheServerAndWatchesItsEvents() throws Exception {
    browser.awaitThat("document.getElementById('topics').dataset.total >= 3");
    browser.driver().findElement(By.cssSelector("#topics input")).sendKeys("KITCH");
    browser.awaitThat("document.getElementById('topics').dataset.total === '1'");

    browser.driver().findElement(By.cssSelector("#topics td button")).sendKeys(Keys.ENTER);
    browser.awaitThat("document.getElementById('watch').open");
    browser.awaitThat("document.querySelector('#watch pre').textContent.includes('hello')");
    say("kitchen", "tea is ready");
    browser.awaitThat("document.querySelector('#watch pre').textContent.includes('tea is ready')");
    browser.screenshot(SCREENSHOTS.resolve("console-watch.png"));
    browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    browser.awaitThat("!document.getElementById('watch').open");
  }

  @Test
  void disconnectsAClient() {
    browser.awaitThat("document.querySelector('#connections tbody')?.innerText.includes('Ann')");

    browser.click("#connections button[aria-label='Disconnect Ann']");

    browser.awaitThat("!document.querySelector('#connections tbody').innerText.includes('Ann')");
    assertThat(reader.body().toList()).contains("event: said");
  }

  @Test
  void worksByKeyboardAlone() {
    browser.awaitThat("document.getElementById('topics').dataset.total >= 3");
    tabTo("Search topics").sendKeys("kitch");
    browser.awaitThat("document.getElementById('topics').dataset.total === '1'");

    tabTo("Watch rooms/kitchen").sendKeys(Keys.ENTER);
    browser.awaitThat("document.querySelector('#watch pre').textContent.includes('hello')");
    browser.driver().switchTo().activeElement().sendKeys(Keys.ESCAPE);
    browser.awaitThat("!document.getElementById('watch').open");
    tabTo("Search connections").sendKeys("Ann");
    browser.awaitThat("document.getElementById('connections').dataset.total === '1'");
    tabTo("Disconnect Ann").sendKeys(Keys.SPACE);

    browser.awaitThat("!document.querySelector('#connections tbody').innerText.includes('Ann')");
  }

  /** Goes on by the tabulator until something of this name has the focus, and shows it. */
  private WebElement tabTo(String label) {
    for (int i = 0; i < MOST_STEPS; i++) {
      browser.driver().switchTo().activeElement().sendKeys(Keys.TAB);
      WebElement focused = browser.driver().switchTo().activeElement();
      if (label.equals(focused.getDomAttribute("aria-label"))) {
        assertThat(focused.getCssValue("outline-style")).as(label).isNotEqualTo("none");
        return focused;
      }
    }
    throw new AssertionError(label + " must be reached by the keyboard; was not");
  }

  @Test
  void asksNoOtherHostForAnything() throws Exception {
    browser.awaitThat("document.querySelector('#connections tbody')?.innerText.includes('Ann')");

    HttpResponse<Void> page =
        http.send(request("console").GET().build(), BodyHandlers.discarding());

    assertThat(page.headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'")
        .doesNotContain("http", "*");
    assertThat(
            browser.evaluate(
                "return performance.getEntriesByType('resource')"
                    + ".every(one => new URL(one.name).host === location.host)"))
        .isEqualTo("true");
  }

  @Test
  void fitsEveryScreenInLightAndDark() {
    browser.awaitThat("document.querySelector('#connections tbody').innerText.includes('Ann')");
    browser.awaitThat("document.querySelector('[data-of=published] b').textContent !== ''");
    shoot("console-wide-light", Device.wide());
    shoot("console-wide-dark", Device.wide().inTheDark());
    shoot("console-phone-light", Device.phone());
    shoot("console-phone-dark", Device.phone().inTheDark());
    assertThat(browser.driver().manage().logs().get("browser").getAll()).isEmpty();
  }

  private void shoot(String name, Device device) {
    browser.become(device);
    browser.awaitThat("innerWidth === " + device.width());
    assertThat(browser.evaluate("return document.documentElement.scrollWidth <= innerWidth"))
        .as(name)
        .isEqualTo("true");
    browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
  }
}
