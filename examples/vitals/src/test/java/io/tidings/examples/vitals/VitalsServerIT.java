package io.tidings.examples.vitals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class VitalsServerIT {

  private static final Pattern REFERENCE =
      Pattern.compile("(?:href|src)=\"([^\"]+)\"|from '\\./([^']+)'");

  private final HttpClient client = HttpClient.newHttpClient();
  private VitalsServer server;

  @BeforeEach
  void start() throws IOException {
    server = VitalsServer.start(new Options("localhost", 0));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void tellsACollectionOverARealSocket() throws IOException {
    try (Socket socket = connect("/vitals/collections");
        BufferedReader lines = reader(socket)) {
      awaitLine(lines, "HTTP/1.1 200");

      System.gc();

      awaitLine(lines, "event: collected");
      assertThat(awaitLine(lines, "data: ")).contains("\"collector\"").contains("\"millis\"");
    }
  }

  @Test
  void labelsEventsWithTheirTopicOnOneConnectionForMany() throws IOException {
    try (Socket socket = connect("/vitals?topic=cpu&topic=memory&topic=machine");
        BufferedReader lines = reader(socket)) {
      assertThat(awaitLine(lines, "event: machine")).isEqualTo("event: machine#started");
      assertThat(awaitLine(lines, "event: memory")).isEqualTo("event: memory#memory");
      assertThat(awaitLine(lines, "event: cpu")).isEqualTo("event: cpu#cpu");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "vitals.js", "charts.js"})
  void servesEveryFileThatItsPageRefersTo(String start) throws Exception {
    String text = get(start).body();

    for (MatchResult match : REFERENCE.matcher(text).results().toList()) {
      String file = match.group(1) != null ? match.group(1) : match.group(2);
      assertThat(get(file).statusCode()).as(file).isEqualTo(200);
    }
  }

  @Test
  void allowsItsPageNoOtherHost() throws Exception {
    HttpResponse<String> page = get("");

    assertThat(page.headers().firstValue("Content-Security-Policy")).contains("default-src 'self'");
    assertThat(page.body()).doesNotContain("http://").doesNotContain("https://");
  }

  @Test
  void sendsAFileThatTheBrowserHasOnlyOnce() throws Exception {
    String tag = get("chart.js").headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again =
        client.send(
            HttpRequest.newBuilder(uri("chart.js")).header("If-None-Match", tag).build(),
            BodyHandlers.ofString());

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"nothing.html", "..%2FMain.class", "vitals/nothing"})
  void answersNotFoundToEverythingElse(String path) throws Exception {
    assertThat(get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void showsTheInterfaceAsItWasCompiled() throws Exception {
    assertThat(get("Vitals.java").body()).contains("// tag::vitals\n@SseStream(\"/vitals\")");
  }

  @Test
  void collectsOnlyForItsOwnPage() throws Exception {
    assertThat(post("application/json").statusCode()).isEqualTo(204);
    assertThat(post("text/plain").statusCode()).isEqualTo(415);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String type) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(uri("collections"))
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString("{}"))
            .build(),
        BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create(server.address() + "/" + path);
  }

  private Socket connect(String path) throws IOException {
    Socket socket = new Socket("localhost", server.address().getPort());
    OutputStream out = socket.getOutputStream();
    out.write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n").getBytes(UTF_8));
    out.flush();
    return socket;
  }

  private static BufferedReader reader(Socket socket) throws IOException {
    return new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
  }

  private static String awaitLine(BufferedReader lines, String start) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith(start)) {
        return line;
      }
    }
    throw new IOException("stream must go on; ended before a line that starts with " + start);
  }
}
