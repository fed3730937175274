package io.tidings.sse.client;

import static io.tidings.sse.client.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What a listener is told, and what it may do wrong. */
final class ListenerIT {

  private final FakeTime time = new FakeTime();
  private final List<String> lines = new ArrayList<>();

  /** Writes down what comes. */
  private class Telling implements StreamListener {
    @Override
    public void onEvent(ReceivedEvent event) {
      lines.add(event.data());
    }
  }

  @Test
  void hearsCommentsWhenItWantsThem() throws Exception {
    StreamListener listener =
        new Telling() {
          @Override
          public void onComment(String comment) {
            lines.add("comment " + comment);
          }

          @Override
          public boolean hearsComments() {
            return true;
          }
        };

    run(listener, ": one\n\ndata:a\n\n: two\n");

    assertThat(lines).containsExactly("comment one", "a", "comment two");
  }

  @Test
  void hearsNoCommentsOtherwise() throws Exception {
    StreamListener listener =
        new Telling() {
          @Override
          public void onComment(String comment) {
            lines.add("comment " + comment);
          }
        };

    run(listener, ": one\n\ndata:a\n\n: two\n");

    assertThat(lines).containsExactly("a");
  }

  @Test
  void hearsEachStateOnce() throws Exception {
    StreamListener listener =
        new Telling() {
          @Override
          public void onState(StreamState state) {
            lines.add(state.name());
          }

          @Override
          public void onOpen(URI origin) {
            lines.add("from " + origin.getPath());
          }

          @Override
          public void onEnd(EndReason reason) {
            lines.add("end " + reason);
          }
        };

    run(listener, "data:a\n\n");

    assertThat(lines)
        .containsExactly(
            "CONNECTING",
            "OPEN",
            "from /stream",
            "a",
            "WAITING",
            "CONNECTING",
            "CLOSED",
            "end NO_CONTENT");
  }

  @Test
  void mayThrowFromEveryCall() throws Exception {
    StreamListener listener =
        new StreamListener() {
          @Override
          public void onEvent(ReceivedEvent event) throws Exception {
            lines.add(event.data());
            throw new Exception("checked");
          }

          @Override
          public void onError(StreamException failure) {
            lines.add(failure.getMessage());
            throw new IllegalStateException("again");
          }

          @Override
          public void onState(StreamState state) {
            throw new IllegalStateException("state");
          }
        };
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler((thread, thrown) -> lines.add("uncaught"));
    try {
      run(listener, "data:a\n\ndata:b\n\n");
    } finally {
      Thread.setDefaultUncaughtExceptionHandler(before);
    }

    assertThat(lines)
        .containsSubsequence(
            "a", "listener must not throw; was java.lang.Exception: checked", "uncaught", "b");
  }

  private void run(StreamListener listener, String body) throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of(stream(body)));
        EventStream stream =
            SseClient.builder(server.uri()).timing(time.timing()).build().listen(listener)) {
      stream.done().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
  }
}
