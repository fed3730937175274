package io.tidings.sse.client;

import io.tidings.sse.client.StreamException.Fault;
import io.tidings.sse.client.json.JsonText;
import java.net.URI;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Hands what the parser finds to the listener, and shields the stream from what the listener
 * throws. Used by the stream's thread; says nothing more once the stream is closed.
 */
final class Delivery implements EventStreamParser.Listener {

  private static final String END_TYPE = "sse-end";

  private final StreamListener listener;
  private final EventStream stream;
  private final Reconnects reconnects;
  private final Silence silence;
  private final Set<String> endedTopics = new HashSet<>();

  Delivery(StreamListener listener, EventStream stream, Reconnects reconnects, Silence silence) {
    this.listener = listener;
    this.stream = stream;
    this.reconnects = reconnects;
    this.silence = silence;
  }

  @Override
  public void onEvent(ReceivedEvent event) {
    silence.event();
    if (stream.isClosed()) {
      return;
    }
    stream.moved(event);
    switch (event.type()) {
      case Gap.EVENT_TYPE -> {
        gap(Gap.parse(event.data()));
        raw(event);
      }
      case END_TYPE -> {
        topicEnded(event.data());
        raw(event);
      }
      default -> event(event);
    }
  }

  @Override
  public void onLastEventId(String id) {
    stream.moved(id);
  }

  @Override
  public void onRetry(Duration delay) {
    reconnects.asked(delay);
  }

  @Override
  public void onComment(String comment) {
    silence.comment(comment);
    if (listener.hearsComments()) {
      tell(() -> listener.onComment(comment));
    }
  }

  @Override
  public boolean hearsComments() {
    return silence.hearsComments() || listener.hearsComments();
  }

  /** How many topics have ended so far. */
  int endedTopics() {
    return endedTopics.size();
  }

  void opened(URI origin) {
    tell(() -> listener.onOpen(origin));
  }

  void state(StreamState state) {
    tell(() -> listener.onState(state));
  }

  void gap(Gap gap) {
    tell(() -> listener.onGap(gap));
  }

  /** The cursor cannot be sent, so the server will not tell of the gap. */
  void gapOfUnsendable(String lastEventId) {
    gap(new Gap(Gap.Reason.UNSENDABLE_ID, Optional.empty(), Optional.empty()));
    if (!stream.isClosed()) {
      raw(ReceivedEvent.of(Gap.EVENT_TYPE, "{\"reason\":\"unsendable_id\"}", lastEventId));
    }
  }

  void error(StreamException failure) {
    tell(() -> listener.onError(failure));
  }

  void end(EndReason reason) {
    guard(() -> listener.onState(StreamState.CLOSED));
    guard(() -> listener.onEnd(reason));
  }

  private void raw(ReceivedEvent event) {
    if (listener instanceof RawListener) {
      event(event);
    }
  }

  // The listener is not ours: whatever it throws must not end the stream.
  @SuppressWarnings("PMD.AvoidCatchingGenericException")
  private void event(ReceivedEvent event) {
    try {
      listener.onEvent(event);
    } catch (StreamException e) {
      error(e);
    } catch (Exception e) {
      error(StreamException.about(event, Fault.LISTENER, "listener must not throw; was " + e, e));
    }
  }

  private void topicEnded(String data) {
    Object topic = JsonText.object(data).map(fields -> fields.get("topic")).orElse(data);
    String name = String.valueOf(topic);
    endedTopics.add(name);
    tell(() -> listener.onTopicEnd(name));
  }

  private void tell(Runnable call) {
    if (!stream.isClosed()) {
      guard(call);
    }
  }

  private void guard(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException e) {
      stream.uncaught(e);
    }
  }
}
