package io.tidings.sse.client;

import io.tidings.sse.client.ErrorStrategy.Verdict;
import io.tidings.sse.client.StreamException.Fault;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The life of a stream: connect, read, wait, connect again. Run by the stream's own thread. */
final class StreamLoop implements Runnable {

  private final SseClient client;
  private final EventStream stream;
  private final RunSwitch running;
  private final Delivery delivery;
  private final Reconnects reconnects;
  private final Silence silence;
  private final EventStreamParser parser;
  private final Connector connector;
  private String reportedId = "";

  StreamLoop(SseClient client, EventStream stream, RunSwitch running, StreamListener listener) {
    this.client = client;
    this.stream = stream;
    this.running = running;
    this.reconnects = new Reconnects(client.retryStrategy(), client.timing());
    this.silence = new Silence(client.readTimeout());
    this.delivery = new Delivery(listener, stream, reconnects, silence);
    this.parser = new EventStreamParser(delivery, client.limits());
    this.parser.lastEventId(client.lastEventId());
    this.connector = new Connector(client, running);
  }

  @Override
  public void run() {
    EndReason reason = EndReason.FAILED;
    try {
      reason = untilTheEnd();
    } catch (InterruptedException e) {
      reason = EndReason.CLOSED; // somebody wants this thread to end
    } finally {
      running.close();
      delivery.end(reason);
      stream.ended(reason);
    }
  }

  private EndReason untilTheEnd() throws InterruptedException {
    while (!running.isClosed()) {
      running.startAttempt();
      Optional<Duration> retryAfter = Optional.empty();
      try {
        Optional<EndReason> end = connection();
        if (end.isPresent()) {
          return end.get();
        }
        lost();
      } catch (StreamException e) {
        if (!running.isInterrupted() && isFinal(e)) {
          return EndReason.FAILED;
        }
        retryAfter = e.retryAfter();
      }
      pause(retryAfter);
    }
    return EndReason.CLOSED;
  }

  /** A connection that somebody wanted to leave does not count as an attempt. */
  private void lost() {
    if (!running.isInterrupted()) {
      reconnects.ended();
    }
  }

  private boolean isFinal(StreamException failure) {
    reconnects.ended();
    stream.failed(failure);
    delivery.error(failure);
    return client.errorStrategy().decide(failure, reconnects.attempts()) == Verdict.STOP;
  }

  private void pause(Optional<Duration> retryAfter) throws InterruptedException {
    if (!running.isInterrupted()) {
      state(StreamState.WAITING);
      running.pause(reconnects.delay(retryAfter));
    }
  }

  /** One connection from its request to its end; a reason when it was the last. */
  private Optional<EndReason> connection() throws StreamException, InterruptedException {
    state(StreamState.CONNECTING);
    try {
      Optional<HttpResponse<ResponseBody>> response = connector.open(sendableId());
      if (response.isEmpty()) {
        return Optional.of(EndReason.NO_CONTENT);
      }
      opened(response.get());
      read(response.get());
      boolean complete = delivery.endedTopics() >= client.topics();
      return complete ? Optional.of(EndReason.COMPLETED) : Optional.empty();
    } finally {
      running.nothingUnderWay();
      parser.endOfStream();
    }
  }

  private void opened(HttpResponse<ResponseBody> response) {
    reconnects.opened();
    silence.opened(response.headers().firstValue(Silence.HEADER));
    state(StreamState.OPEN);
    delivery.opened(response.uri());
  }

  private void read(HttpResponse<ResponseBody> response)
      throws StreamException, InterruptedException {
    ResponseBody body = response.body();
    try (Expansion expansion = Expansion.of(Connector.isGzip(response), parser)) {
      List<ByteBuffer> chunk = body.take(silence.nanos());
      while (chunk != null && !running.isInterrupted()) {
        for (ByteBuffer bytes : chunk) {
          expansion.feed(bytes);
        }
        chunk = body.take(silence.nanos());
      }
      if (!running.isInterrupted()) {
        expansion.end();
      }
    } catch (StreamLimitException e) {
      throw StreamException.of(Fault.LIMIT, String.valueOf(e.getMessage()), e);
    } finally {
      body.cancel();
    }
  }

  /** The cursor for the request; one that no header can carry is reported, not mangled. */
  private String sendableId() {
    String id = parser.lastEventId();
    if (HeaderText.isSendable(id)) {
      return id;
    }
    if (!id.equals(reportedId)) {
      reportedId = id;
      delivery.gapOfUnsendable(id);
    }
    return "";
  }

  private void state(StreamState state) {
    stream.state(state);
    delivery.state(state);
  }
}
