package io.tidings.sse.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a request gets that becomes no stream. */
abstract class RefusalContract extends ContainerContract {

  @Test
  void unknownTopicsAreNamedInEscapedProblemJson() throws Exception {
    RawResponse refused = get("/markets?topic=alerts&topic=%3Cb%3E&topic=nothing/else");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(refused.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(refused.rest())
        .isEqualTo(
            "{\"title\":\"unknown topic\",\"status\":404,\"detail\":\"stream /markets has no such"
                + " topic\",\"topics\":[\"\\u003cb\\u003e\",\"nothing/else\"]}");
  }

  @Test
  void theCollectionPathWithoutATopicSaysHowToNameOne() throws Exception {
    RawResponse refused = get("/markets");

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.rest()).contains("?topic=");
  }

  @Test
  void aPathThatIsNoTopicIsNotFound() throws Exception {
    assertThat(get("/markets/nothing").status()).isEqualTo(404);
    assertThat(get("/markets/prices/a/b").status()).isEqualTo(404);
  }

  @Test
  void aVariableWithoutSuchAValueIsNotFound() throws Exception {
    RawResponse refused = get("/tenants/acme/orders/number/seven?kind=new");

    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(get("/tenants/acme/orders/number/7").status()).isEqualTo(404);
    assertThat(get("/markets?topic=prices/%25zz").status()).isEqualTo(404);
  }

  @Test
  void headGetsTheSameStatusAndHeadersAndSubscribesNobody() throws Exception {
    RawResponse head = client().head("/markets/alerts");

    assertThat(head.status()).isEqualTo(200);
    for (String name : RawResponse.STREAM_HEADERS) {
      assertThat(head.header(name)).isNotEmpty();
    }
    assertThat(head.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(client().head("/markets?topic=nothing").status()).isEqualTo(404);
    assertThat(client().head("/markets").status()).isEqualTo(400);
    assertThat(hub.connections()).isEmpty();
  }

  @Test
  void optionsSubscribesNobody() throws Exception {
    RawResponse options = client().exchange("OPTIONS", "/markets/alerts");

    assertThat(options.status()).isEqualTo(200);
    assertThat(options.header("Allow")).contains("GET").contains("HEAD");
    assertThat(hub.connections()).isEmpty();
  }

  @Test
  void otherTypesAndMethodsAreRefused() throws Exception {
    assertThat(get("/markets/alerts", "Accept: application/json").status()).isEqualTo(406);
    assertThat(client().exchange("POST", "/markets/alerts", "Content-Length: 0").status())
        .isEqualTo(405);
    assertThat(client().exchange("DELETE", "/markets/alerts").status()).isEqualTo(405);
  }

  @Test
  void aConnectionServesOtherRequestsAfterARefusal() throws Exception {
    RawClient client = client();

    String refused = client.get("/markets?topic=nothing").rest();
    RawResponse stream = client.get("/markets/alerts");

    assertThat(refused.getBytes(UTF_8)).isNotEmpty();
    assertThat(stream.block()).matches(FIRST_BLOCK);
  }
}
