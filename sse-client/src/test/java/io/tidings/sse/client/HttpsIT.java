package io.tidings.sse.client;

import static io.tidings.sse.client.ScriptedServer.status;
import static io.tidings.sse.client.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.client.ScriptedServer.Answer;
import io.tidings.sse.testing.TestCertificate;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Streams over TLS, with a certificate that only this test knows. */
final class HttpsIT {

  private final FakeTime time = new FakeTime();
  private final Recorder recorder = new Recorder();

  @Test
  void readsAStreamOverTls() throws Exception {
    try (ScriptedServer server = secure(stream("data:a\n\n"))) {
      run(server.uri());

      assertThat(recorder.lines).containsExactly("open", "event message [] a", "end NO_CONTENT");
    }
  }

  @Test
  void followsFromHttpToHttps() throws Exception {
    try (ScriptedServer server = secure(stream("data:a\n\n"));
        ScriptedServer plain =
            new ScriptedServer(List.of(status(302, "Location: " + server.uri())))) {
      run(plain.uri());

      assertThat(recorder.lines).contains("event message [] a");
    }
  }

  @Test
  void neverFallsFromHttpsToHttp() throws Exception {
    try (ScriptedServer plain = new ScriptedServer(List.of(stream("data:a\n\n")));
        ScriptedServer server = secure(status(302, "Location: " + plain.uri()))) {
      run(server.uri());

      assertThat(recorder.lines).containsExactly("error REDIRECT", "end FAILED");
      assertThat(plain.requests()).isZero();
    }
  }

  @Test
  void endsNothingWhenACertificateIsNotTrustedButTriesAgain() throws Exception {
    try (ScriptedServer server = secure()) {
      EventStream stream =
          SseClient.builder(server.uri())
              .onFailure(ErrorStrategy.standard().upTo(2))
              .timing(time.timing())
              .build()
              .listen(recorder);
      stream.done().toCompletableFuture().get(20, TimeUnit.SECONDS);

      assertThat(recorder.lines).containsExactly("error NETWORK", "error NETWORK", "end FAILED");
    }
  }

  private ScriptedServer secure(Answer... answers) throws Exception {
    return new ScriptedServer(
        "https", TestCertificate.tls().getServerSocketFactory(), List.of(answers));
  }

  private void run(URI uri) throws Exception {
    HttpClient http = HttpClient.newBuilder().sslContext(TestCertificate.tls()).build();
    try (EventStream stream =
        SseClient.builder(uri).httpClient(http).timing(time.timing()).build().listen(recorder)) {
      stream.done().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }
}
