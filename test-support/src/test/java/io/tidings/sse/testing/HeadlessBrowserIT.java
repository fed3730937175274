package io.tidings.sse.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@RequiresProgram("chromium")
class HeadlessBrowserIT {

  private static final String IS_DARK =
      "return matchMedia('(prefers-color-scheme: dark)').matches + ' ' + innerWidth";

  @TempDir private Path folder;

  @Test
  void showsAPageAsThePhoneOfSomeoneWhoLikesDarkPages() {
    try (HeadlessBrowser browser = HeadlessBrowser.open()) {
      browser.become(Device.phone().inTheDark());
      browser.driver().get("data:text/html,<meta name=viewport content='width=device-width'>hi");

      assertThat(browser.evaluate(IS_DARK)).isEqualTo("true 390");

      browser.become(Device.wide());
      assertThat(browser.evaluate(IS_DARK)).isEqualTo("false 1600");

      browser.screenshot(folder.resolve("shots/page.png"));
      assertThat(folder.resolve("shots/page.png")).isNotEmptyFile();
    }
  }
}
