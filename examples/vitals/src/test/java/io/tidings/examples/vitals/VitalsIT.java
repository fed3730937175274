package io.tidings.examples.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.Device;
import io.tidings.sse.testing.HeadlessBrowser;
import io.tidings.sse.testing.RequiresProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The whole way, from the machine's instruments to the pixels of a real browser. */
@RequiresProgram("chromium")
class VitalsIT {

  private static final Path SCREENSHOTS = Path.of("target/screenshots");
  private static final Map<String, Device> DEVICES =
      Map.of(
          "phone-light", Device.phone(),
          "phone-dark", Device.phone().inTheDark(),
          "wide-light", Device.wide(),
          "wide-dark", Device.wide().inTheDark());

  private static HeadlessBrowser browser;
  private VitalsProcess server;

  @BeforeAll
  static void openBrowser() {
    browser = HeadlessBrowser.open();
  }

  @AfterAll
  static void closeBrowser() {
    browser.close();
  }

  @BeforeEach
  void startServer() {
    browser.become(Device.wide());
    server = VitalsProcess.start(0);
  }

  @AfterEach
  void stopServer() {
    server.close();
  }

  @Test
  void showsNumbersThatChange() {
    VitalsPage page = VitalsPage.open(browser, server.address());
    page.awaitState("live");

    page.awaitThat("/^[0-9.]+$/.test(document.getElementById('cpu-machine').textContent)");
    page.awaitThat("/^[0-9.]+$/.test(document.getElementById('heap-used').textContent)");
    String id = page.text("wire-id");
    String events = page.text("wire-events");
    page.awaitMoreEvents(6);

    assertThat(page.text("wire-id")).isNotEqualTo(id);
    assertThat(page.text("wire-events")).isNotEqualTo(events);
    assertThat(page.text("threads-live")).matches("[0-9]+");
    assertThat(page.received().silentBreaks()).isEmpty();
  }

  @Test
  void showsACollectionAsItHappens() {
    VitalsPage page = VitalsPage.open(browser, server.address());
    page.awaitState("live");

    page.click("collect");

    page.awaitThat(
        "document.getElementById('collections-list').textContent.includes('System.gc()')");
  }

  @Test
  void resumesWithAnHonestGapAfterTheServerWasKilled() {
    VitalsPage page = VitalsPage.open(browser, server.address());
    page.awaitMoreEvents(6);

    server.kill();
    page.awaitState("reconnecting");
    browser.screenshot(SCREENSHOTS.resolve("reconnecting.png"));
    server = VitalsProcess.start(server.port());
    page.awaitState("live");
    page.awaitMoreEvents(12);
    browser.screenshot(SCREENSHOTS.resolve("gap.png"));

    Received received = page.received();
    assertThat(received.epochs()).hasSize(2);
    assertThat(received.count("gap")).isPositive();
    assertThat(received.silentBreaks()).isEmpty();
    assertThat(page.number("gaps")).isOne();
    assertThat(page.number("holes") + page.number("repeats")).isZero();
    assertThat(page.text("journal")).contains("Connection lost").contains("new history");
  }

  @Test
  void missesAndRepeatsNothingWhenTheConnectionWasCut() throws Exception {
    VitalsPage page = VitalsPage.open(browser, server.address());
    page.awaitMoreEvents(6);

    page.click("plug");
    page.awaitState("cut");
    LiveTopic.of(server.address(), "cpu").awaitEventsAfter(page.text("wire-id"), 3);
    page.click("plug");
    page.awaitState("live");
    page.awaitMoreEvents(12);

    assertThat(page.received().silentBreaks()).isEmpty();
    assertThat(page.received().epochs()).hasSize(1);
    assertThat(page.number("gaps") + page.number("holes") + page.number("repeats")).isZero();
    page.awaitThat("vitals.journal.replayed >= 6");
    page.awaitThat("document.getElementById('journal').textContent.includes('none missing')");
  }

  @Test
  void comesBackAfterAnAnswerForWhichBrowsersGiveUp() throws IOException {
    VitalsPage page = VitalsPage.open(browser, server.address());
    page.awaitMoreEvents(3);

    server.kill();
    try (RefusingServer refusing = RefusingServer.start(server.port())) {
      page.awaitThat("vitals.line.givenUp >= 2");
      assertThat(refusing.refused()).isGreaterThanOrEqualTo(2);
    }
    server = VitalsProcess.start(server.port());
    page.awaitState("live");
    page.awaitMoreEvents(6);

    assertThat(page.received().silentBreaks()).isEmpty();
  }

  @Test
  void fitsEveryScreenInLightAndDark() {
    VitalsPage page = VitalsPage.open(browser, server.address());
    page.click("collect");
    page.awaitMoreEvents(12);

    DEVICES.forEach(
        (name, device) -> {
          browser.become(device);
          page.awaitThat("innerWidth === arguments[0]", device.width());
          page.awaitMoreEvents(1);
          assertThat(browser.evaluate("return document.documentElement.scrollWidth <= innerWidth"))
              .as(name)
              .isEqualTo("true");
          browser.screenshot(SCREENSHOTS.resolve(name + ".png"));
        });

    assertThat(browser.driver().manage().logs().get("browser").getAll()).isEmpty();
  }
}
