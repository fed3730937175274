package io.tidings.sse.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Who is connected to one hub, to what, and how it goes. Safe for any thread; what it says was true
 * a moment ago.
 */
final class Presence {

  private final HubContext context;
  private final HubStreams streams;
  private final AtomicLong revocations = new AtomicLong();
  private final List<Consumer<String>> whenRevoked = new CopyOnWriteArrayList<>();

  Presence(HubContext context, HubStreams streams) {
    this.context = context;
    this.streams = streams;
  }

  static List<Connection> open(List<Subscription> subscriptions) {
    return subscriptions.stream()
        .filter(Subscription::isOpen)
        .<Connection>map(subscription -> subscription)
        .toList();
  }

  int count(String stream) {
    return (int) context.connections().all().stream().filter(isOn(stream)).count();
  }

  private static Predicate<Subscription> isOn(String stream) {
    return subscription -> subscription.isOpen() && subscription.stream().equals(stream);
  }

  Optional<TopicHandle> topic(String stream, String topic) {
    return streams.all().stream()
        .filter(known -> known.path().equals(stream) && known.topics().get(topic) != null)
        .findFirst()
        .map(known -> new TopicView(streams, known.definition(), known.path(), topic));
  }

  /** Ends what a principal reads, and what it is about to read. */
  int revoke(String principal) {
    revocations.incrementAndGet();
    whenRevoked.forEach(action -> action.accept(principal));
    List<Subscription> barred = context.connections().ofPrincipal(principal);
    barred.forEach(subscription -> subscription.close(CloseReason.REVOKED));
    return barred.size();
  }

  void whenRevoked(Consumer<String> action) {
    whenRevoked.add(action);
  }

  long revocations() {
    return revocations.get();
  }

  HubFigures figures() {
    HubCounters counters = context.sight().counters();
    List<Connection> connections = open(context.connections().all());
    return new HubFigures(
        connections.size(),
        streams.all().stream().mapToInt(stream -> stream.topics().all().size()).sum(),
        counters.published.sum(),
        counters.delivered.sum(),
        counters.dropped.sum(),
        counters.bytesSent.sum(),
        counters.gaps(),
        counters.disconnects(),
        connections.stream().mapToLong(Connection::lag).max().orElse(0));
  }

  /** Why the hub does not do what it should, if so. */
  List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    context
        .notices()
        .behind()
        .forEach(name -> troubles.add("listener " + name + " does not keep up"));
    if (context.filterThreads().isBehind()) {
      troubles.add("filters do not keep up");
    }
    int failing = streams.all().stream().mapToInt(stream -> stream.polls().failing()).sum();
    if (failing > 0) {
      troubles.add(failing + " polled sources fail");
    }
    return troubles;
  }
}
