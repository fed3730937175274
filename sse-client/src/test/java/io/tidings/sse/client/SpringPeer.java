package io.tidings.sse.client;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.core.ResolvableType;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ReactiveHttpInputMessage;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.http.codec.ServerSentEventHttpMessageReader;
import reactor.core.publisher.Flux;

/** The reader of Spring's WebClient. Its events have their own id only. */
final class SpringPeer implements Peer {

  private static final ResolvableType EVENT =
      ResolvableType.forClassWithGenerics(ServerSentEvent.class, String.class);

  private final ServerSentEventHttpMessageReader reader = new ServerSentEventHttpMessageReader();

  @Override
  public List<String> events(byte[] stream) {
    List<String> rows = new ArrayList<>();
    try {
      for (Object event : reader.read(EVENT, new Body(stream), Map.of()).toIterable()) {
        ServerSentEvent<?> sse = (ServerSentEvent<?>) event;
        if (sse.data() instanceof String data) {
          rows.add(Peer.row(sse.event(), data, Objects.requireNonNullElse(sse.id(), "")));
        }
      }
    } catch (RuntimeException e) {
      rows.add(e.getClass().getSimpleName());
    }
    return rows;
  }

  @Override
  public List<String> expected(List<ReceivedEvent> events) {
    return events.stream()
        .map(event -> Peer.row(event.type(), event.data(), event.id().orElse("")))
        .toList();
  }

  @Override
  public Map<String, Predicate<RandomStream>> departures() {
    Map<String, Predicate<RandomStream>> departures = new LinkedHashMap<>();
    departures.put("keeps the byte order mark", stream -> stream.text().startsWith("\uFEFF"));
    departures.put("has events with an empty type", stream -> stream.hasLine("event: ?"));
    departures.put("overlooks a line end of CR", Departures::loneCr);
    departures.put("delivers the incomplete last event", Departures::incompleteEnd);
    departures.put("drops data without a value", stream -> stream.hasLine("data: ?"));
    departures.put("overlooks fields without a colon", stream -> stream.hasLine("data|event|id"));
    departures.put("takes an id with NUL", stream -> stream.hasLine("id:.*\0.*"));
    departures.put(
        "trims ids and types",
        stream -> stream.hasLine("(id|event): ?([\0-\\x20].*|.*[\0-\\x20])"));
    departures.put(
        "fails on a retry that is no number or overflows",
        stream -> stream.hasLine("retry:(?! *\\+?[0-9]{1,18} *$).*"));
    departures.put("decodes encoded surrogates as the JDK does", Departures::surrogates);
    return departures;
  }

  /** A response body. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Body(byte[] stream) implements ReactiveHttpInputMessage {

    @Override
    public Flux<DataBuffer> getBody() {
      return Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(stream));
    }

    @Override
    public HttpHeaders getHeaders() {
      return new HttpHeaders();
    }
  }
}
