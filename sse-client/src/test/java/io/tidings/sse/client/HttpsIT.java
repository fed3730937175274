package io.tidings.sse.client;

import static io.tidings.sse.client.ScriptedServer.status;
import static io.tidings.sse.client.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.client.ScriptedServer.Answer;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Streams over TLS, with a certificate that only this test knows. */
final class HttpsIT {

  private static final String PASSWORD = "changeit";

  private final FakeTime time = new FakeTime();
  private final Recorder recorder = new Recorder();
  private SSLContext tls;

  @TempDir private Path folder;

  @BeforeEach
  void makeCertificate() throws Exception {
    Path file = folder.resolve("localhost.p12");
    KeyStore keys = KeyStore.getInstance("PKCS12");
    generate(file);
    try (InputStream in = Files.newInputStream(file)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory identity = KeyManagerFactory.getInstance("PKIX");
    identity.init(keys, PASSWORD.toCharArray());
    TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
    trust.init(keys);
    tls = SSLContext.getInstance("TLS");
    tls.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
  }

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
    return new ScriptedServer("https", tls.getServerSocketFactory(), List.of(answers));
  }

  private void run(URI uri) throws Exception {
    HttpClient http = HttpClient.newBuilder().sslContext(tls).build();
    try (EventStream stream =
        SseClient.builder(uri).httpClient(http).timing(time.timing()).build().listen(recorder)) {
      stream.done().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }

  // The JDK makes certificates by its tool only.
  private static void generate(Path file) throws Exception {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .start();
    String words = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(keytool.waitFor()).as(words).isZero();
  }
}
