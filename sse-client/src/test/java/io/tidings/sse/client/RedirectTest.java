package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RedirectTest {

  @Test
  void neverFallsFromHttpsToHttp() {
    assertThatThrownBy(() -> follow("https://a/s", 302, "http://a/s"))
        .hasMessage("redirect must lead to https like its origin; was http://a/s");
    assertThatThrownBy(() -> follow("https://a/s", 302, "HTTP://b/s"))
        .isInstanceOf(StreamException.class);
  }

  @Test
  void keepsCredentialsWithinAnOriginOnly() throws Exception {
    for (String same : new String[] {"/x", "https://A/x", "https://a:443/x", "//a/x", "?y"}) {
      assertThat(follow("https://a/s", 307, same).headers().firstValue("Authorization"))
          .as(same)
          .contains("secret");
    }
    for (String other : new String[] {"https://b/s", "https://a:444/s", "//sub.a/s"}) {
      assertThat(follow("https://a/s", 307, other).headers().map().keySet())
          .as(other)
          .containsExactly("Accept");
    }
    assertThat(follow("http://a/s", 307, "https://a/s").headers().map()).hasSize(1);
  }

  @Test
  void turnsAPostIntoAGetWhereFetchDoes() throws Exception {
    for (int status : new int[] {301, 302, 303}) {
      assertThat(follow("https://a/s", status, "/x").method()).isEqualTo("GET");
    }
    for (int status : new int[] {307, 308}) {
      assertThat(follow("https://a/s", status, "/x").method()).isEqualTo("POST");
    }
  }

  @Test
  void refusesATargetThatIsNoWebAddress() {
    for (String target :
        new String[] {"", "ftp://a", "data:x", "http:", "http://a b", "https:///x"}) {
      assertThatThrownBy(() -> follow("https://a/s", 302, target))
          .as(target)
          .isInstanceOf(StreamException.class)
          .hasMessageStartingWith("redirect must lead to ");
    }
  }

  private static HttpRequest follow(String from, int status, String location) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(from))
            .POST(BodyPublishers.ofString("x"))
            .header("Accept", "text/event-stream")
            .header("Authorization", "secret")
            .build();
    return Redirect.follow(request, status, Optional.of(location).filter(to -> !to.isEmpty()));
  }
}
