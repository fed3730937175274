package io.tidings.sse.client;

import static io.tidings.sse.client.ScriptedServer.silent;
import static io.tidings.sse.client.ScriptedServer.status;
import static io.tidings.sse.client.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class ConnectionIT {

  private final FakeTime time = new FakeTime();
  private final Recorder recorder = new Recorder();

  @Test
  void asksAsTheStandardSays() throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of())) {
      run(SseClient.builder(server.uri()));

      assertThat(server.request())
          .startsWith("get /stream http/1.1\r\n")
          .contains("accept: text/event-stream\r\n", "cache-control: no-cache\r\n")
          .doesNotContain("last-event-id", "accept-encoding", "upgrade", "content-type");
    }
  }

  @Test
  void sendsTheCursorFromTheStartAndAfterEachEvent() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            List.of(
                stream("data:a\n\nid:e-2\ndata:b\n\nid:e-3\n\nid:e-4\ndata:half\n"),
                stream("event:sse-gap\ndata:{}\n\n"),
                stream("id\n\n")))) {
      run(SseClient.builder(server.uri()).lastEventId("e-1"));

      assertThat(server.request()).contains("last-event-id: e-1\r\n");
      assertThat(server.request()).contains("last-event-id: e-3\r\n");
      assertThat(server.request()).contains("last-event-id: e-3\r\n");
      assertThat(server.request()).doesNotContain("last-event-id");
    }
  }

  @Test
  void sendsMethodBodyAndHeadersAgainWithEachAttempt() throws Exception {
    AtomicInteger token = new AtomicInteger();
    try (ScriptedServer server = new ScriptedServer(List.of(stream("")))) {
      run(
          SseClient.builder(server.uri())
              .body("POST", "application/json", "{}".getBytes(StandardCharsets.UTF_8))
              .header("X-Key", "k")
              .compression(true)
              .customise(r -> r.setHeader("Authorization", "t" + token.incrementAndGet())));

      for (int attempt = 1; attempt <= 2; attempt++) {
        assertThat(server.request())
            .startsWith("post /stream ")
            .contains("x-key: k\r\n", "authorization: t" + attempt, "accept-encoding: gzip\r\n")
            .contains("content-type: application/json\r\n")
            .endsWith("\r\n\r\n{}");
      }
    }
  }

  @Test
  void keepsCredentialsFromOtherOrigins() throws Exception {
    try (ScriptedServer other = new ScriptedServer(List.of(stream("")));
        ScriptedServer server =
            new ScriptedServer(List.of(status(307, "Location: " + other.uri())))) {
      run(
          SseClient.builder(server.uri())
              .header("Authorization", "secret")
              .header("Cookie", "secret")
              .header("X-Api-Key", "secret")
              .header("User-Agent", "me")
              .lastEventId("e-1"));

      assertThat(server.request()).contains("authorization: secret");
      assertThat(other.request())
          .doesNotContain("secret")
          .contains("user-agent: me\r\n", "last-event-id: e-1\r\n", "accept: text/event-stream");
      assertThat(server.request()).as("the reconnect").contains("authorization: secret");
    }
  }

  @Test
  void keepsHeadersAndBodyWithinAnOrigin() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(List.of(status(308, "Location: /b"), status(303, "Location: /c")))) {
      run(
          SseClient.builder(server.uri())
              .body("POST", "text/plain", "body".getBytes(StandardCharsets.UTF_8))
              .header("Authorization", "mine"));

      assertThat(server.request()).startsWith("post /stream").endsWith("body");
      assertThat(server.request()).startsWith("post /b").contains("mine").endsWith("body");
      assertThat(server.request())
          .startsWith("get /c")
          .contains("mine")
          .doesNotContain("content-type", "body")
          .endsWith("\r\n\r\n");
    }
  }

  @Test
  void endsAsFailedWhenTheRequestCannotBeMade() throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of())) {
      run(SseClient.builder(server.uri()).customise(r -> r.header("a b", "c")));

      assertThat(recorder.lines).containsExactly("error REQUEST", "end FAILED");
    }
  }

  @Test
  void triesAServerThatIsNotThereUntilTheStrategyHasEnough() throws Exception {
    URI nowhere;
    try (ServerSocket socket = new ServerSocket(0)) {
      nowhere = URI.create("http://localhost:" + socket.getLocalPort());
    }

    run(SseClient.builder(nowhere).onFailure(ErrorStrategy.standard().upTo(4)));

    assertThat(recorder.lines)
        .containsExactly(
            "error NETWORK", "error NETWORK", "error NETWORK", "error NETWORK", "end FAILED");
    assertThat(time.pauses).containsExactly(1000L, 2000L, 4000L);
  }

  @Test
  void startsItsPausesAnewAfterAHealthyMinute() throws Exception {
    StreamListener healthy =
        event -> {
          assertThat(event.data()).isEqualTo("a minute later");
          time.nanos.addAndGet(TimeUnit.MINUTES.toNanos(1));
        };
    try (ScriptedServer server =
            new ScriptedServer(
                List.of(status(503), stream(""), stream("data:a minute later\n\n"), stream("")));
        EventStream stream =
            SseClient.builder(server.uri()).timing(time.timing()).build().listen(healthy)) {
      stream.done().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    assertThat(time.pauses).containsExactly(1000L, 2000L, 1000L, 2000L);
  }

  @Test
  void opensASilentStreamAnewAfterTwoAndAHalfHeartbeats() throws Exception {
    try (ScriptedServer server =
        new ScriptedServer(
            List.of(
                silent("retry:10\n: heartbeat=100ms\n\n"), silent("", "sse-heartbeat: 100ms")))) {
      run(SseClient.builder(server.uri()));

      assertThat(recorder.lines)
          .containsExactly("open", "error TIMEOUT", "open", "error TIMEOUT", "end NO_CONTENT");
    }
  }

  @Test
  void speaksThroughAClientOfYourOwn() throws Exception {
    HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    try (ScriptedServer server = new ScriptedServer(List.of(stream("data:a\n\n")))) {
      run(SseClient.builder(server.uri()).httpClient(http));

      assertThat(recorder.lines).contains("event message [] a");
    }
  }

  private void run(SseClient.Builder builder) throws Exception {
    EventStream stream = builder.timing(time.timing()).build().listen(recorder);
    try {
      stream.done().toCompletableFuture().get(20, TimeUnit.SECONDS);
    } finally {
      stream.close();
    }
  }
}
