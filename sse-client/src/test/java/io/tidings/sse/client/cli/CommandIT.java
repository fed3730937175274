package io.tidings.sse.client.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.client.CommandServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class CommandIT {

  private static final String END = "event: sse-end\ndata: {\"topic\":\"t\"}\n\n";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void printsPlainLinesInAPipeAndEndsWithTheStream() throws Exception {
    try (var server =
        CommandServer.streaming(
            "id: 1\nevent: price\ndata: a\ndata: b\u001B\n\ndata: c\n\n" + END)) {
      assertThat(run(false, server.uri().toString())).isZero();
    }

    assertThat(out()).isEqualTo("1\tprice\ta\\nb\\u001b\n\tmessage\tc\n");
    assertThat(err()).isEqualTo("sse: topic t has ended\n");
  }

  @Test
  void printsColoursOnATerminal() throws Exception {
    try (var server = CommandServer.streaming("id: 1\nevent: price\ndata: a\n\n" + END)) {
      assertThat(run(true, server.uri().toString())).isZero();
    }

    assertThat(out()).isEqualTo("\u001B[1;36mprice\u001B[0m a  \u001B[2m1\u001B[0m\n");
  }

  @Test
  void printsAJsonObjectALine() throws Exception {
    String body = "id: \"1\"\ndata: {\"a\":\ndata: 1}\n\ndata: {a\n\n" + END;
    try (var server = CommandServer.streaming(body)) {
      assertThat(run(false, server.uri().toString(), "--json")).isZero();
    }

    assertThat(out())
        .isEqualTo(
            """
            {"id":"\\"1\\"","type":"message","data":{"a": 1}}
            {"id":null,"type":"message","data":"{a"}
            """);
  }

  @Test
  void sendsTopicsCursorAndHeaders() throws Exception {
    try (var server = CommandServer.streaming(END + END.replace("\"t\"", "\"u\""))) {
      int code =
          run(
              false,
              server.uri().toString(),
              "--topic",
              "prices/A B",
              "--topic",
              "u",
              "--last-event-id",
              "e-7",
              "--header",
              "X-Key: k:1");

      assertThat(code).isZero();
      assertThat(server.request())
          .startsWith("get /stream?topic=prices%2fa+b&topic=u ")
          .contains("last-event-id: e-7\r\n", "x-key: k:1\r\n");
    }
  }

  @Test
  void endsWithTheStreamOn204() throws Exception {
    try (var server = CommandServer.streaming("retry: 1\ndata: a\n\n")) {
      assertThat(run(false, server.uri().toString())).isZero();
    }

    assertThat(err()).isEqualTo("sse: connection is over, the next attempt follows\n");
  }

  @Test
  void saysWhatAServerRefuses() throws Exception {
    try (var server = CommandServer.refusing(404)) {
      assertThat(run(false, server.uri().toString())).isEqualTo(2);
    }

    assertThat(err()).isEqualTo("sse: status must be 200 or 204; was 404\n");
  }

  @Test
  void saysThatNobodyIsThere() throws Exception {
    String nowhere;
    try (ServerSocket socket = new ServerSocket(0)) {
      nowhere = "localhost:" + socket.getLocalPort();
    }

    assertThat(run(false, nowhere)).isEqualTo(2);
    assertThat(err())
        .isEqualTo(
            "sse: http://" + nowhere + " must be reachable; failed with connection refused\n");
  }

  @Test
  void saysWhatIsWrongWithTheArguments() {
    assertWrong("URL must be given; was none");
    assertWrong("option must be one that --help tells; was --jason", "http://x", "--jason");
    assertWrong("--topic must have a value; was the last argument", "http://x", "--topic");
    assertWrong("header must be NAME: VALUE; was x", "http://x", "--header", "x");
    assertWrong("URL must be one; was a second: y", "http://x", "y");
    assertWrong("uri must be an http or https URI; was ftp://x", "ftp://x");
    assertWrong("URL must be valid; was http://x y", "http://x y");
    assertWrong("last event id must be printable ASCII", "http://x", "--last-event-id", "ä");
    assertWrong("invalid header name", "http://x", "--header", "a b: c");
  }

  @Test
  void tellsHowItIsUsed() {
    assertThat(run(false, "--help")).isZero();
    assertThat(out()).startsWith("usage: sse URL ");
  }

  private void assertWrong(String message, String... args) {
    err.reset();
    assertThat(run(false, args)).isEqualTo(2);
    assertThat(err()).startsWith("sse: " + message).endsWith("\nsse --help tells how it is used\n");
  }

  private int run(boolean colours, String... args) {
    return new Command(print(out), print(err), colours).run(args);
  }

  private static PrintStream print(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
