package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.jaxrs.pipe.Pipe;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a connection after its stream, by every way out of every container. */
@Execution(ExecutionMode.CONCURRENT) // it waits more than it works
@ParameterizedClass
@EnumSource
final class TransportReuseIT extends PipedServer {

  /** As many as a connection has requests for: Tomcat takes a hundred. */
  private static final int ROUNDS = 20;

  private static final String UNDERTOWS_FAULT =
      "Undertow answers no request that came with an asynchronous one";

  private boolean isUndertow() {
    return way.name().startsWith("UNDERTOW");
  }

  @Test
  void anEndedStreamLeavesItsConnectionToTheNextRequest() throws Exception {
    RawClient client = client();
    for (int i = 0; i < 3; i++) {
      RawResponse stream = live(client, Pipe.CALM, "c" + i);
      pipe.line(Pipe.CALM, "last");
      assertThat(dataOf(stream.block())).isEqualTo("last");

      connection("c" + i).close(CloseReason.CLOSED_BY_SERVER);

      stream.rest();
      awaitEnd("c" + i);
      assertThat(client.get("/plain").rest()).isEqualTo("plain");
    }
  }

  @Test
  void aRequestThatCameWithTheOneBeforeIsAnsweredAfterTheStream() throws Exception {
    assumeFalse(isUndertow(), UNDERTOWS_FAULT);
    RawClient client = client();
    client.sendTogether("/pipe/" + Pipe.CALM + "?clientId=first", "/plain");
    RawResponse stream = begun(client.next());
    pipe.line(Pipe.CALM, "while another waits");
    assertThat(dataOf(stream.block())).isEqualTo("while another waits");

    connection("first").close(CloseReason.CLOSED_BY_SERVER);

    stream.rest();
    assertThat(client.next().rest()).isEqualTo("plain");
    assertThat(client.get("/plain").rest()).isEqualTo("plain");
  }

  @Test
  void aRequestThatComesDuringAStreamIsAnsweredAfterIt() throws Exception {
    RawClient client = client();
    RawResponse stream = live(client, Pipe.CALM, "first");

    client.send("GET", "/plain");

    for (int i = 0; i < 100; i++) {
      pipe.line(Pipe.CALM, line(i, 1000));
      assertThat(dataOf(stream.block())).isEqualTo(line(i, 1000));
    }
    connection("first").close(CloseReason.CLOSED_BY_SERVER);
    stream.rest();
    assertThat(client.next().rest()).isEqualTo("plain");
    assertThat(client.get("/plain").rest()).isEqualTo("plain");
  }

  @Test
  void requestsThatComeAtTheVeryEndOfAStreamAreAnsweredOneAfterTheOther() throws Exception {
    assumeFalse(isUndertow(), UNDERTOWS_FAULT);
    RawClient client = client();
    for (int round = 0; round < ROUNDS; round++) {
      RawResponse stream = live(client, Pipe.CALM, "c" + round);

      connection("c" + round).close(CloseReason.CLOSED_BY_SERVER);
      if (round % 2 == 0) {
        stream.rest(); // then they come a little later
      }
      client.send("GET", "/plain/one");
      client.send("GET", "/plain/two");
      client.send("GET", "/plain/three");

      stream.rest();
      assertThat(client.next().rest()).isEqualTo("one");
      assertThat(client.next().rest()).isEqualTo("two");
      assertThat(client.next().rest()).isEqualTo("three");
    }
  }

  @Test
  void aRequestThatComesWhileAStreamBeginsIsAnsweredAfterIt() throws Exception {
    assumeFalse(isUndertow(), UNDERTOWS_FAULT);
    RawClient client = client();
    for (int round = 0; round < ROUNDS; round++) {
      client.send("GET", "/pipe/" + Pipe.CALM, "sse-clientid: c" + round);
      client.send("GET", "/plain/early");
      RawResponse stream = begun(client.next());

      pipe.line(Pipe.CALM, "while another waits");
      assertThat(dataOf(stream.block())).isEqualTo("while another waits");
      connection("c" + round).close(CloseReason.CLOSED_BY_SERVER);

      stream.rest();
      assertThat(client.next().rest()).isEqualTo("early");
    }
  }

  @Test
  void aClientOfHttp10GetsItsStreamWithoutChunks() throws Exception {

    assumeTrue(!way.name().startsWith("GRIZZLY"), "Grizzly sends chunks whatever the version");
    RawClient client = client();
    String request = "GET /pipe/calm?clientId=old HTTP/1.0\r\nHost: localhost\r\n\r\n";
    client.sendText(request);
    awaitConnection("old");

    pipe.line(Pipe.CALM, "for the old");
    connection("old").close(CloseReason.CLOSED_BY_SERVER);

    String all = client.readAll();
    assertThat(all.toLowerCase(java.util.Locale.ROOT)).doesNotContain("chunked");
    String body = all.substring(all.indexOf("\r\n\r\n") + 4);
    assertThat(StrictParser.parse(body)).isNotEmpty();
  }

  @Test
  void aClientThatWantsToCloseIsClosedAfterItsStream() throws Exception {
    RawClient client = client();
    String request =
        "GET /pipe/calm?clientId=last HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
    client.sendText(request);
    awaitConnection("last");

    pipe.line(Pipe.CALM, "event");
    await().until(() -> connection("last").eventsSent() == 1);
    connection("last").close(CloseReason.CLOSED_BY_SERVER);

    String all = client.readAll();
    assertThat(all).contains("data: event\n");
  }
}
