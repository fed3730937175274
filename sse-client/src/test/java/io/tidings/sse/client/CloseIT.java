package io.tidings.sse.client;

import static io.tidings.sse.client.ScriptedServer.silent;
import static io.tidings.sse.client.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.client.ScriptedServer.Answer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Close and restart, from another thread, whatever the stream is doing. */
final class CloseIT {

  private final Recorder recorder = new Recorder();

  @Test
  void endsWhileItConnects() throws Exception {
    endsAtOnce((socket, out) -> ScriptedServer.awaitLeaving(socket), StreamState.CONNECTING);
  }

  @Test
  void endsWhileItReads() throws Exception {
    endsAtOnce(silent("data:a\n\n"), StreamState.OPEN);
  }

  @Test
  void endsWhileItWaits() throws Exception {
    endsAtOnce(stream("retry:500000\ndata:a\n\n"), StreamState.WAITING);
  }

  @Test
  void endsFromWithinTheListener() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    EventStream[] stream = new EventStream[1];
    Recorder closing =
        new Recorder() {
          @Override
          public void onEvent(ReceivedEvent event) throws Exception {
            started.await();
            super.onEvent(event);
            stream[0].close();
          }
        };
    try (ScriptedServer server = new ScriptedServer(List.of(silent("data:a\n\ndata:b\n\n")))) {
      stream[0] = SseClient.builder(server.uri()).build().listen(closing);
      started.countDown();
      end(stream[0]);

      assertThat(closing.lines).containsExactly("open", "event message [] a", "end CLOSED");
      await().until(server::isLeft);
    }
  }

  @Test
  void endsWhileAFullReaderHoldsTheStreamBack() throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of(stream("data:a\n\n".repeat(1000))))) {
      EventReader reader = SseClient.builder(server.uri()).build().open();
      assertThat(reader.receive()).isPresent();

      reader.stream().close();

      assertThat(end(reader.stream())).isEqualTo(EndReason.CLOSED);
      assertThat(reader.receive()).isEmpty();
      assertThat(reader.isEnded()).isTrue();
    }
  }

  @Test
  void releasesWhoWaitsInReceive() throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of(silent("")))) {
      EventReader reader = SseClient.builder(server.uri()).build().open();
      List<Optional<ReceivedEvent>> received = Collections.synchronizedList(new ArrayList<>());
      Thread waiting = new Thread(() -> receive(reader, received));
      waiting.start();
      await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);

      reader.close();

      waiting.join(10_000);
      assertThat(received).containsExactly(Optional.empty());
    }
  }

  @Test
  void mayBeClosedTwiceAndBeforeItHasStarted() throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of(silent("")))) {
      EventStream stream = SseClient.builder(server.uri()).build().listen(recorder);
      stream.close();
      stream.close();
      stream.restart();

      assertThat(end(stream)).isEqualTo(EndReason.CLOSED);
      assertThat(recorder.lines).endsWith("end CLOSED");
    }
  }

  @Test
  void leavesNoThreadsBehind() throws Exception {
    List<Answer> answers = Collections.nCopies(30, silent("data:a\n\n"));
    try (ScriptedServer server = new ScriptedServer(answers)) {
      for (int i = 0; i < answers.size(); i++) {
        EventReader reader = SseClient.builder(server.uri()).build().open();
        assertThat(reader.receive()).isPresent();
        reader.close();
        end(reader.stream());
      }
    }
    await().untilAsserted(() -> assertThat(streamThreads()).isZero());
  }

  @Test
  void restartsAnOpenStreamWithItsCursorAtOnce() throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of(silent("id:1\ndata:a\n\n")))) {
      EventStream stream = SseClient.builder(server.uri()).build().listen(recorder);
      await().until(() -> stream.lastEventId().equals("1"));
      server.request();

      stream.restart();

      assertThat(server.request()).contains("last-event-id: 1\r\n");
      assertThat(end(stream)).isEqualTo(EndReason.NO_CONTENT);
      assertThat(recorder.lines).doesNotContain("error NETWORK");
    }
  }

  @Test
  void restartsAStreamThatWaits() throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of(stream("retry:500000\n")))) {
      EventStream stream = SseClient.builder(server.uri()).build().listen(recorder);
      await().until(() -> stream.state() == StreamState.WAITING);

      stream.restart();

      assertThat(end(stream)).isEqualTo(EndReason.NO_CONTENT);
    }
  }

  private void endsAtOnce(Answer answer, StreamState state) throws Exception {
    try (ScriptedServer server = new ScriptedServer(List.of(answer))) {
      EventStream stream = SseClient.builder(server.uri()).build().listen(recorder);
      server.request();
      await().until(() -> stream.state() == state);

      stream.close();

      assertThat(stream.state()).isEqualTo(StreamState.CLOSED);
      assertThat(end(stream)).isEqualTo(EndReason.CLOSED);
      assertThat(recorder.lines).endsWith("end CLOSED").doesNotContain("error NETWORK");
      await().until(server::isLeft);
    }
  }

  private static void receive(EventReader reader, List<Optional<ReceivedEvent>> received) {
    try {
      received.add(reader.receive(Duration.ofMinutes(5)));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static EndReason end(EventStream stream) throws Exception {
    return stream.done().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  private static long streamThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith("sse-client "))
        .count();
  }
}
