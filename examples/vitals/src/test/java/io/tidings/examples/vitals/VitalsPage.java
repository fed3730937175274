package io.tidings.examples.vitals;

import io.tidings.sse.testing.HeadlessBrowser;
import java.net.URI;
import org.openqa.selenium.By;

/** The page in a real browser, and what a test can ask of it. */
record VitalsPage(HeadlessBrowser browser) {

  static VitalsPage open(HeadlessBrowser browser, URI address) {
    browser.driver().get(address.toString());
    return new VitalsPage(browser);
  }

  /** Waits until this script returns true. */
  void awaitThat(String script, Object... arguments) {
    browser.awaitThat(script, arguments);
  }

  void awaitState(String state) {
    awaitThat("document.body.dataset.state === arguments[0]", state);
  }

  /** Waits for this many events more than there are. */
  void awaitMoreEvents(int events) {
    awaitThat("+document.body.dataset.events >= arguments[0]", number("events") + events);
  }

  /** What the page has counted: {@code events}, {@code gaps}, {@code holes}, {@code repeats}. */
  long number(String count) {
    return Long.parseLong(browser.evaluate("return document.body.dataset[arguments[0]]", count));
  }

  String text(String id) {
    return browser.driver().findElement(By.id(id)).getText();
  }

  void click(String id) {
    browser.click("#" + id);
  }

  Received received() {
    return Received.parse(browser.evaluate("return JSON.stringify(vitals.journal.log)"));
  }
}
