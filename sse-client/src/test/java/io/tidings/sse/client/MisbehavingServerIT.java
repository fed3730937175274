package io.tidings.sse.client;

import static io.tidings.sse.client.ScriptedServer.head;
import static io.tidings.sse.client.ScriptedServer.silent;
import static io.tidings.sse.client.ScriptedServer.status;
import static io.tidings.sse.client.ScriptedServer.stream;
import static io.tidings.sse.client.ScriptedServer.streamHead;
import static io.tidings.sse.client.ScriptedServer.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.tidings.sse.client.ScriptedServer.Answer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What a server does wrong, one row each, and what becomes of it. After its script comes a 204. */
final class MisbehavingServerIT {

  private static final String EVENT = "id:1\ndata:a\n\n";
  private static final Duration SHORT = Duration.ofMillis(200);

  private final List<Row> rows = new ArrayList<>();

  @TestFactory
  Stream<DynamicTest> eachWayHasItsOutcome() throws IOException {
    statuses();
    types();
    redirects();
    halves();
    silence();
    floods();
    compression();
    framing();
    control();
    return rows.stream().map(row -> dynamicTest(row.name, () -> play(row)));
  }

  private void statuses() {
    row("says 204").expect("end NO_CONTENT");
    row("streams, then 204", stream(EVENT))
        .expect("open", "event message [1] a", "wait 1000", "end NO_CONTENT");
    for (int status : List.of(205, 210, 299, 304, 400, 401, 403, 404, 405, 410, 500, 501)) {
      row("says " + status, status(status)).expect("error STATUS " + status, "end FAILED");
    }
    for (int status : List.of(429, 502, 503, 504)) {
      row("says " + status + " for now", status(status), stream(EVENT))
          .expect(
              "error STATUS " + status,
              "wait 1000",
              "open",
              "event message [1] a",
              "wait 2000",
              "end NO_CONTENT");
    }
    row("says 503 with Retry-After", status(503, "Retry-After: 7"))
        .expect("error STATUS 503", "wait 7000", "end NO_CONTENT");
    row("says 429 with a date", status(429, "Retry-After: Fri, 02 Jan 2026 03:04:35 GMT"))
        .expect("error STATUS 429", "wait 30000", "end NO_CONTENT");
    row("says Retry-After for a year", status(503, "Retry-After: 31536000"))
        .expect("error STATUS 503", "wait 600000", "end NO_CONTENT");
    row("says Retry-After with nonsense", status(503, "Retry-After: soon"))
        .expect("error STATUS 503", "wait 1000", "end NO_CONTENT");
  }

  private void types() {
    row("sends HTML", text("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + EVENT))
        .expect("error CONTENT_TYPE", "end FAILED");
    row("sends no type", text("HTTP/1.1 200 OK\r\n\r\n" + EVENT))
        .expect("error CONTENT_TYPE", "end FAILED");
    row("sends a longer type", typed("text/event-stream-x"))
        .expect("error CONTENT_TYPE", "end FAILED");
    for (String type :
        List.of("text/event-stream; charset=x", "TEXT/Event-Stream;", "text/event-stream ;a=b")) {
      row("sends " + type, typed(type))
          .expect("open", "event message [1] a", "wait 1000", "end NO_CONTENT");
    }
  }

  private void redirects() {
    for (int status : List.of(301, 302, 303, 307, 308)) {
      row("redirects with " + status, status(status, "Location: /other"), stream(EVENT))
          .expect("open", "event message [1] a", "wait 1000", "end NO_CONTENT");
    }
    row("redirects without a location", status(302)).expect("error REDIRECT", "end FAILED");
    row("redirects to no URI", status(302, "Location: http://[x"))
        .expect("error REDIRECT", "end FAILED");
    row("redirects to a file", status(302, "Location: file:///etc/passwd"))
        .expect("error REDIRECT", "end FAILED");
    Answer[] loop = new Answer[5];
    Arrays.fill(loop, status(307, "Location: /stream"));
    row("redirects in a loop", loop).expect("error REDIRECT", "end FAILED");
  }

  private void halves() {
    row("closes a POST without a word", text(""))
        .expect("error NETWORK", "wait 1000", "end NO_CONTENT");
    row("ends in the middle of an event", stream(EVENT + "id:2\ndata:half\n"))
        .expect("open", "event message [1] a", "wait 1000", "end NO_CONTENT");
    row("resets a POST", (socket, out) -> socket.setSoLinger(true, 0))
        .expect("error NETWORK", "wait 1000", "end NO_CONTENT");
    row("cuts a chunked body", text(new String(chunked(EVENT), StandardCharsets.UTF_8)))
        .expect("open", "event message [1] a", "error NETWORK", "wait 1000", "end NO_CONTENT");
    row("cuts a body of a known length", stream(EVENT, "Content-Length: 99"))
        .expect("open", "event message [1] a", "error NETWORK", "wait 1000", "end NO_CONTENT");
    row("promises less than it sends", stream(EVENT + EVENT, "Content-Length: 20"))
        .expect("open", "event message [1] a", "wait 1000", "end NO_CONTENT");
    row("sends headers only", stream("")).expect("open", "wait 1000", "end NO_CONTENT");
  }

  private void silence() {
    row("accepts and says nothing", (socket, out) -> ScriptedServer.awaitLeaving(socket))
        .expect("error TIMEOUT", "wait 1000", "end NO_CONTENT");
    row("is silent after the headers", silent(""))
        .expect("open", "error TIMEOUT", "wait 1000", "end NO_CONTENT");
    row("is silent in the middle of an event", silent(EVENT + "id:2\ndata:ha"))
        .expect("open", "event message [1] a", "error TIMEOUT", "wait 1000", "end NO_CONTENT");
    row("drips byte by byte", MisbehavingServerIT::drip)
        .expect("open", "event message [1] a", "wait 1000", "end NO_CONTENT");
  }

  private void floods() {
    row("sends an endless line", flood("data:", "x")).expect("open", "error LIMIT", "end FAILED");
    row("sends an endless event", flood("", "data:xxxxxxxxxxxxxxxx\n"))
        .expect("open", "error LIMIT", "end FAILED");
    row("sends an endless type", flood("event:", "x")).expect("open", "error LIMIT", "end FAILED");
    row("sends a long comment", stream(":" + "x".repeat(500_000) + "\n" + EVENT))
        .expect("open", "event message [1] a", "wait 1000", "end NO_CONTENT");
    row("wants to be called at once", stream("retry:0\n" + EVENT))
        .expect("open", "event message [1] a", "wait 100", "end NO_CONTENT");
    row("wants to be called never", stream("retry:99999999999999999999\n" + EVENT))
        .expect("open", "event message [1] a", "wait 600000", "end NO_CONTENT");
  }

  private void compression() throws IOException {
    row("compresses", zipped(gzip(EVENT)))
        .expect("open", "event message [1] a", "wait 1000", "end NO_CONTENT");
    row(
            "compresses in two members",
            zipped(ReferenceParser.join(List.of(gzip(EVENT), gzip(EVENT)))))
        .expect(
            "open", "event message [1] a", "event message [1] a", "wait 1000", "end NO_CONTENT");
    row("sends a gzip bomb", zipped(gzip("\n".repeat(4 << 20))))
        .expect("open", "error ENCODING", "end FAILED");
    byte[] whole = gzip(EVENT);
    row("cuts gzip", zipped(Arrays.copyOf(whole, whole.length - 9)))
        .expect("open", "event message [1] a", "error NETWORK", "wait 1000", "end NO_CONTENT");
    whole[whole.length - 6] ^= 1;
    row("damages gzip", zipped(whole))
        .expect("open", "event message [1] a", "error ENCODING", "end FAILED");
    row("calls plain text gzip", zipped(EVENT.getBytes(StandardCharsets.US_ASCII)))
        .expect("open", "error ENCODING", "end FAILED");
    row("compresses with something else", stream(EVENT, "Content-Encoding: br"))
        .expect("error ENCODING", "end FAILED");
  }

  private void framing() {
    row("answers with nonsense", text("hello\r\n\r\n"))
        .expect("error NETWORK", "wait 1000", "end NO_CONTENT");
    row("sends nonsense as the size of a chunk", stream("zz\r\n", "Transfer-Encoding: chunked"))
        .expect("open", "error NETWORK", "wait 1000", "end NO_CONTENT");
    row(
            "speaks HTTP/1.0",
            text("HTTP/1.0 200 OK\r\nContent-Type: text/event-stream\r\n\r\n" + EVENT))
        .expect("open", "event message [1] a", "wait 1000", "end NO_CONTENT");
    row("starts with a byte order mark and ends lines by CR", stream("\uFEFFid:1\rdata:a\r\r"))
        .expect("open", "event message [1] a", "wait 1000", "end NO_CONTENT");
    row("says 200 with a length of nought", text(head(200, "Content-Type: text/event-stream")))
        .expect("open", "wait 1000", "end NO_CONTENT");
  }

  private void control() {
    row("sends an id that no header can carry", stream("id:…\ndata:a\n\n"), stream("data:b\n\n"))
        .expect(
            "open",
            "event message […] a",
            "wait 1000",
            "gap UNSENDABLE_ID",
            "open",
            "event message […] b",
            "wait 2000",
            "end NO_CONTENT");
    row("tells of a gap", stream("event:sse-gap\ndata:{\"reason\":\"trimmed\"}\n\n" + EVENT))
        .expect("open", "gap TRIMMED", "event message [1] a", "wait 1000", "end NO_CONTENT");
    row("tells of a gap in nonsense", stream("event:sse-gap\ndata:{{{\n\n"))
        .expect("open", "gap OTHER", "wait 1000", "end NO_CONTENT");
    row("ends its topic", stream("event:sse-end\ndata:{\"topic\":\"alerts\"}\n\n"))
        .expect("open", "topic end alerts", "end COMPLETED");
  }

  private static void play(Row row) throws Exception {
    FakeTime time = new FakeTime();
    Recorder recorder = new Recorder();
    try (ScriptedServer server = new ScriptedServer(row.answers)) {
      EventStream stream =
          SseClient.builder(server.uri())
              .timing(time.timing())
              .limits(new ParserLimits(65_536, 65_536, 131_072))
              .redirects(4)
              .readTimeout(SHORT)
              .responseTimeout(SHORT.multipliedBy(row.patient() ? 50 : 1))
              .body(row.method(), "text/plain", new byte[0])
              .build()
              .listen(new WithPauses(recorder, time));
      try {
        stream.done().toCompletableFuture().get(20, TimeUnit.SECONDS);
      } finally {
        stream.close();
      }

      assertThat(recorder.lines).isEqualTo(row.expected);
      assertThat(stream.state()).isEqualTo(StreamState.CLOSED);
    }
  }

  private Row row(String name, Answer... answers) {
    Row row = new Row(name, List.of(answers), new ArrayList<>());
    rows.add(row);
    return row;
  }

  private static Answer typed(String type) {
    return text(
        "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nConnection: close\r\n\r\n" + EVENT);
  }

  private static byte[] chunked(String body) {
    String head = streamHead("Transfer-Encoding: chunked");
    return (head + Integer.toHexString(body.length()) + "\r\n" + body + "\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  private static void drip(Socket socket, java.io.OutputStream out) throws IOException {
    socket.setTcpNoDelay(true);
    for (byte b : (streamHead() + EVENT).getBytes(StandardCharsets.US_ASCII)) {
      out.write(b);
      out.flush();
    }
  }

  private static Answer flood(String start, String more) {
    return (socket, out) -> {
      out.write((streamHead() + start).getBytes(StandardCharsets.US_ASCII));
      byte[] block = more.repeat(1000).getBytes(StandardCharsets.US_ASCII);
      while (true) {
        out.write(block);
      }
    };
  }

  private static Answer zipped(byte[] body) {
    byte[] head = streamHead("Content-Encoding: gzip").getBytes(StandardCharsets.US_ASCII);
    return ScriptedServer.bytes(ReferenceParser.join(List.of(head, body)));
  }

  private static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.US_ASCII));
    }
    return bytes.toByteArray();
  }

  /** One way to misbehave. */
  private record Row(String name, List<Answer> answers, List<String> expected) {

    void expect(String... lines) {
      expected.addAll(List.of(lines));
    }

    /** The JDK's client asks again by itself when a connection is lost, but not for a POST. */
    String method() {
      return name.contains("POST") ? "POST" : "GET";
    }

    boolean patient() {
      return !name.equals("accepts and says nothing");
    }
  }

  /** Puts the pauses between what a recorder has heard. */
  private static final class WithPauses implements StreamListener {

    private final Recorder recorder;
    private final FakeTime time;
    private int seen;

    WithPauses(Recorder recorder, FakeTime time) {
      this.recorder = recorder;
      this.time = time;
    }

    @Override
    public void onEvent(ReceivedEvent event) throws Exception {
      recorder.onEvent(event);
    }

    @Override
    public void onOpen(java.net.URI origin) {
      recorder.onOpen(origin);
    }

    @Override
    public void onState(StreamState state) {
      while (seen < time.pauses.size()) {
        recorder.lines.add("wait " + time.pauses.get(seen++));
      }
    }

    @Override
    public void onGap(Gap gap) {
      recorder.onGap(gap);
    }

    @Override
    public void onTopicEnd(String topic) {
      recorder.onTopicEnd(topic);
    }

    @Override
    public void onError(StreamException failure) {
      recorder.onError(failure);
    }

    @Override
    public void onEnd(EndReason reason) {
      recorder.onEnd(reason);
    }
  }
}
