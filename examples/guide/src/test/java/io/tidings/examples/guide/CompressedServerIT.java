package io.tidings.examples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.testing.HeadlessBrowser;
import io.tidings.sse.testing.RequiresProgram;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A browser's own decoder, which must not hold an event back until the next one. */
@RequiresProgram("chromium")
class CompressedServerIT {

  private final Hub hub = Hub.create();
  private final Markets markets = new MarketsPublisher(hub);
  private final HttpServer server =
      GrizzlyHttpServerFactory.createHttpServer(
          URI.create("http://localhost:0/"),
          CompressedServer.application(hub).register(TwoReaders.class));
  private HeadlessBrowser browser;

  /** A page that counts what it gets on two streams. */
  @Path("page")
  public static final class TwoReaders {

    @GET
    @Produces(MediaType.TEXT_HTML)
    public String get() {
      return """
          <!doctype html><title>compressed</title><script>
          const prices = [], opened = [];
          for (const n of [0, 1]) {
            const source = new EventSource('/markets/prices/ACME');
            source.onopen = () => opened.push(n);
            source.addEventListener('price', (event) => prices.push(n + event.data));
          }
          </script>
          """;
    }
  }

  @BeforeEach
  void openPage() {
    browser = HeadlessBrowser.open();
    int port = server.getListeners().iterator().next().getPort();
    browser.driver().get("http://localhost:" + port + "/page");
  }

  @AfterEach
  void close() {
    browser.close();
    hub.close(Duration.ofSeconds(2));
    server.shutdownNow();
  }

  @Test
  void aBrowserGetsEachEventOfACompressedStreamAsItIsPublished() {
    browser.awaitThat("opened.length === 2");

    for (int i = 1; i <= 20; i++) {
      markets.price("ACME", new Price(BigDecimal.valueOf(i), "EUR"));
      browser.awaitThat("prices.length === " + 2 * i); // none is published before the last is there
    }

    assertThat(browser.evaluate("return prices.filter(price => price[0] === '1').length"))
        .isEqualTo("20");
    assertThat(browser.evaluate("return prices.join()")).contains("EUR").doesNotContain("\uFFFD");
    assertThat(isGzip()).isEqualTo("gzip");
  }

  /** What the stream's own response says, because the browser hides it from the page. */
  private String isGzip() {
    return browser.evaluate(
        """
        return (async () => {
          const stop = new AbortController();
          const answer = await fetch('/markets/prices/ACME', { signal: stop.signal });
          stop.abort();
          return answer.headers.get('Content-Encoding');
        })();
        """);
  }
}
