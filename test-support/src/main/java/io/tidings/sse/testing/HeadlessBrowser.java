package io.tidings.sse.testing;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/**
 * The installed Chromium without a window, on a fresh profile that goes with it. Confined to one
 * thread, as its driver is.
 */
public final class HeadlessBrowser implements AutoCloseable {

  // Nothing here may talk to the network on its own, or a test would depend on it.
  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  /** What a page may take on a busy machine. */
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  // Selenium brings typed DevTools for a few browser versions only; here commands go by name.
  private static final Logger DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

  static {
    DEVTOOLS.setLevel(Level.SEVERE);
  }

  private final TemporaryFolder profile;
  private final ChromeDriver driver;

  private HeadlessBrowser(TemporaryFolder profile, ChromeDriver driver) {
    this.profile = profile;
    this.driver = driver;
  }

  /** Opens a browser. The test that calls this is one that {@link RequiresProgram}. */
  public static HeadlessBrowser open() {
    TemporaryFolder profile = TemporaryFolder.create("tidings-browser-");
    try {
      return new HeadlessBrowser(profile, new ChromeDriver(service(), options(profile.path())));
    } catch (RuntimeException failure) {
      profile.close();
      throw failure;
    }
  }

  /** Opens a browser of this device that shows this page. */
  public static HeadlessBrowser open(Device device, URI page) {
    HeadlessBrowser browser = open();
    try {
      browser.become(device);
      browser.driver.get(page.toString());
      return browser;
    } catch (RuntimeException failure) {
      browser.close();
      throw failure;
    }
  }

  // With both programs named, Selenium has nothing to search for and so nothing to download.
  private static ChromeDriverService service() {
    return new ChromeDriverService.Builder()
        .usingDriverExecutable(SearchPath.ofThisProcess().get("chromedriver").toFile())
        .build();
  }

  private static ChromeOptions options(Path profile) {
    return new ChromeOptions()
        .setBinary(SearchPath.ofThisProcess().get("chromium").toFile())
        .addArguments(FLAGS)
        .addArguments("--user-data-dir=" + profile);
  }

  /** Selenium's own handle, for everything this class has no word for. */
  public ChromeDriver driver() {
    return driver;
  }

  /** Shows pages as this device would. */
  public void become(Device device) {
    command("Emulation.setDeviceMetricsOverride", device.metrics());
    command("Emulation.setEmulatedMedia", Map.of("features", device.mediaFeatures()));
  }

  /** Runs a script in the page and returns what it returns, {@code null} as {@code "null"}. */
  public String evaluate(String script, Object... arguments) {
    return String.valueOf(driver.executeScript(script, arguments));
  }

  /** Waits until this expression is true in the page. */
  public void awaitThat(String expression, Object... arguments) {
    await(expression)
        .atMost(PATIENCE)
        .until(() -> evaluate("return " + expression, arguments).equals("true"));
  }

  /** Types into the field with this id, in place of what is there. */
  public void type(String id, String text) {
    WebElement field = driver.findElement(By.id(id));
    field.clear();
    field.sendKeys(text);
  }

  /** Clicks the first element that this CSS selector finds. */
  public void click(String selector) {
    driver.findElement(By.cssSelector(selector)).click();
  }

  /** Writes the whole page, not only what fits the window, as a PNG file. */
  public void screenshot(Path file) {
    Map<String, Object> answer =
        command("Page.captureScreenshot", Map.of("captureBeyondViewport", true));
    byte[] png = Base64.getDecoder().decode(String.valueOf(answer.get("data")));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.write(file, png);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Map<String, Object> command(String name, Map<String, Object> parameters) {
    return driver.executeCdpCommand(name, parameters);
  }

  @Override
  public void close() {
    try {
      driver.quit();
    } finally {
      profile.close();
    }
  }
}
