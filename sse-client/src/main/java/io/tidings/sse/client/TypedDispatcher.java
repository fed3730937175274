package io.tidings.sse.client;

import io.tidings.sse.client.ClientDefinition.BoundCall;
import io.tidings.sse.client.StreamException.Fault;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Turns the events of a collection path into typed calls. Used by the stream's thread. */
final class TypedDispatcher<S> implements StreamListener {

  private static final String SOURCE_ERROR = "sse-error";

  /** A stream has few topics, but it is the server that names them. */
  private static final int MOST_REMEMBERED = 4096;

  private final ClientDefinition<S> definition;
  private final String streamPath;
  private final S listener;
  private final PayloadCodec codec;
  private final List<StreamObserver> observers;
  private final Repeats repeats = new Repeats();
  private final Map<String, Optional<BoundCall<S>>> calls = new HashMap<>();

  TypedDispatcher(
      ClientDefinition<S> definition, ClientSettings settings, String streamPath, S listener) {
    this.definition = definition;
    this.streamPath = streamPath;
    this.listener = listener;
    this.codec = settings.codec();
    this.observers =
        Stream.of(settings.observer(), listener)
            .filter(StreamObserver.class::isInstance)
            .map(StreamObserver.class::cast)
            .distinct()
            .toList();
  }

  // An event type of the collection path is `<topic>#<event>`; a canonical topic has no `#`.
  @Override
  public void onEvent(ReceivedEvent event) throws StreamException {
    if (repeats.isOne(event)) {
      return;
    }
    if (event.type().equals(SOURCE_ERROR)) {
      observers(observer -> observer.onSourceError(event));
      return;
    }
    Optional<BoundCall<S>> call = calls.get(event.type());
    if (call == null) {
      call = bind(event.type());
    }
    if (call.isPresent()) {
      call.get().call(listener, decode(event, call.get().route().payload()));
    }
  }

  @Override
  public void onGap(Gap gap) {
    repeats.forget();
    observers(observer -> observer.onGap(gap));
  }

  @Override
  public void onError(StreamException failure) {
    observers(observer -> observer.onError(failure));
  }

  @Override
  public void onState(StreamState state) {
    observers(observer -> observer.onState(state));
  }

  @Override
  public void onTopicEnd(String topic) {
    observers(observer -> observer.onTopicEnd(topic));
  }

  @Override
  public void onEnd(EndReason reason) {
    observers(observer -> observer.onEnd(reason));
  }

  private Optional<BoundCall<S>> bind(String type) {
    int hash = type.indexOf('#');
    Optional<BoundCall<S>> call =
        hash < 0
            ? Optional.empty()
            : definition.bind(streamPath, type.substring(0, hash), type.substring(hash + 1));
    if (calls.size() >= MOST_REMEMBERED) {
      calls.clear();
    }
    calls.put(type, call);
    return call;
  }

  private Object decode(ReceivedEvent event, Type type) throws StreamException {
    if (type == String.class) {
      return event.data();
    }
    try {
      if (type == byte[].class) {
        return Base64.getDecoder().decode(event.data());
      }
      Object payload = codec.decode(event.data().getBytes(StandardCharsets.UTF_8), type);
      if (payload == null) {
        throw new IllegalArgumentException("payload must not be null");
      }
      return payload;
    } catch (Exception e) {
      String message = "payload must be a " + type.getTypeName() + "; failed with " + e;
      throw StreamException.about(event, Fault.PAYLOAD, message, e);
    }
  }

  private void observers(Consumer<StreamObserver> call) {
    observers.forEach(call);
  }
}
