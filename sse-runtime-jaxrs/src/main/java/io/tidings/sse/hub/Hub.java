package io.tidings.sse.hub;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;

/** Holds streams, their events and their readers. Safe for any thread. */
public final class Hub implements AutoCloseable {

  private static final Duration USUAL_PATIENCE = Duration.ofSeconds(5);

  /** A history that is not stuck has stored the rest by then. */
  private static final Duration SHORTEST_PATIENCE = Duration.ofMillis(500);

  private final HubContext context;
  private final HubStreams streams;
  private final Presence presence;
  private final Timer timer;
  private final HubSweeper sweeper;
  private final Reception reception;
  private final ConcurrentHashMap<Class<?>, AutoCloseable> companions = new ConcurrentHashMap<>();
  private final AtomicBoolean closed = new AtomicBoolean();

  Hub(HubContext context) {
    this.context = context;
    this.streams = new HubStreams(context);
    this.presence = new Presence(context, streams);
    this.timer = context.timer();
    this.sweeper = new HubSweeper(context, streams, timer);
    this.reception = new Reception(context, streams, sweeper);
    context.sweep().set(() -> streams.sweep(context.nanoTime()));
  }

  /**
   * A hub in memory with the usual settings.
   *
   * @return a new hub
   */
  public static Hub create() {
    return builder().build();
  }

  /**
   * A hub to be set up.
   *
   * @return a new builder
   */
  public static HubBuilder builder() {
    return new HubBuilder();
  }

  /**
   * The publisher of a stream; one whose path has variables is told which by its publisher.
   *
   * @param stream the stream
   * @return its publisher
   */
  public StreamPublisher publisher(StreamDefinition stream) {
    sweeper.start();
    return StreamPublisher.of(streams, stream);
  }

  /**
   * Decides whether a client may read, as {@link #admit(SubscriptionRequest, String)} does for one
   * that nothing more is known of.
   *
   * @param request what the client asks for
   * @return the subscription, or why there is none
   */
  public Admission admit(SubscriptionRequest request) {
    return admit(request, "");
  }

  /**
   * Decides whether a client may read. A subscription that is granted but not opened within half a
   * minute ends by itself.
   *
   * @param request what the client asks for
   * @param visitor tells clients without a name from each other when they are turned away, and for
   *     nothing else, such as their address
   * @return the subscription, or why there is none
   * @throws IllegalStateException when a topic needs sources that nobody has given to the hub
   * @throws HistoryException when the hub has a history that cannot be read
   */
  public Admission admit(SubscriptionRequest request, String visitor) {
    return reception.admit(request, visitor);
  }

  /**
   * Decides whether a client is taken in whose blocks the application writes itself. A connection
   * that is not opened within half a minute ends by itself.
   *
   * @param request who it is, and what the connection is to live by
   * @param visitor tells clients without a name from each other when they are turned away, and for
   *     nothing else, such as their address
   * @return what the application writes to, as {@link Admission.Connected}, or why there is none
   */
  public Admission connect(DirectRequest request, String visitor) {
    return reception.connect(request, visitor);
  }

  /**
   * How long a client that was not taken in should stay away.
   *
   * @return 30 to 60 seconds, so that not all come at once
   */
  public Duration retryAfter() {
    return Patience.first(context.random());
  }

  /**
   * Gives the hub an application's codec, unless it was built with one of its own.
   *
   * @param codec the codec
   * @param application tells applications apart by {@code equals}
   * @return whether the hub uses it
   * @throws IllegalStateException when another application has already given its codec
   */
  public boolean bindCodec(PayloadCodec codec, Object application) {
    return context.payloads().bind(codec, application);
  }

  /**
   * Asks this object for the payloads of polled events and snapshots; one that is given later comes
   * first.
   *
   * @param sources implements one or more of the generated interfaces {@code …Sources}
   */
  public void sources(Object sources) {
    context.registry().add(sources);
  }

  /** How many sources are being asked at this moment. */
  int sourcesUnderWay() {
    return context.calls().underWay();
  }

  /** How many streams there are at this moment. */
  int streamsKnown() {
    return streams.all().size();
  }

  /**
   * Every open connection.
   *
   * @return the connections of this moment
   */
  public List<Connection> connections() {
    return Presence.open(context.connections().all());
  }

  /**
   * The open connections of a client, the newest last; clients choose their names, so it may be
   * several clients.
   *
   * @param clientId the client's name for itself, or the one that the hub made
   * @return the connections, perhaps none
   */
  public List<Connection> connectionsOfClient(String clientId) {
    return Presence.open(context.connections().of(clientId));
  }

  /**
   * The open connections of an authenticated principal, the newest last.
   *
   * @param name the principal's name
   * @return the connections, perhaps none
   */
  public List<Connection> connectionsOfPrincipal(String name) {
    return Presence.open(context.connections().ofPrincipal(name));
  }

  /**
   * The open connection of a client; the newest if it has several.
   *
   * @param clientId the name of the client
   * @return its newest connection
   */
  public Optional<Connection> connection(String clientId) {
    return connectionsOfClient(clientId).stream().reduce((older, newer) -> newer);
  }

  /**
   * How many open connections read a stream.
   *
   * @param stream the canonical path, without leading slash
   * @return the number; zero for a stream that nobody has used
   */
  public int subscriberCount(String stream) {
    return presence.count(stream);
  }

  /**
   * The handle of a topic that somebody reads or that has history.
   *
   * @param stream the canonical path of the stream, without leading slash
   * @param topic the canonical topic, relative to the stream
   * @return how many read it, and how to end it; empty when the hub does not know of it
   */
  public Optional<TopicHandle> topic(String stream, String topic) {
    return presence.topic(stream, topic);
  }

  /**
   * The canonical paths of the streams that were used, without leading slash.
   *
   * @return the paths in alphabetical order
   */
  public List<String> streams() {
    return streams.all().stream().map(HubStream::path).sorted().toList();
  }

  /**
   * Ends every connection of a principal that has lost its right, with a jittered delay; guards are
   * asked when it comes back, so take the right away first. A request that is being decided at this
   * moment is decided again.
   *
   * @param principal the principal's name
   * @return how many connections were ended
   */
  public int revoke(String principal) {
    return presence.revoke(principal);
  }

  /**
   * Has this told of every {@link #revoke}, on the caller's thread and before connections end; for
   * what else speaks for a principal, such as tickets.
   *
   * @param action is told the principal's name
   */
  public void whenRevoked(Consumer<String> action) {
    presence.whenRevoked(action);
  }

  /**
   * How often {@link #revoke} was called; a decision that was made before the last call may be
   * wrong.
   *
   * @return a number that only rises
   */
  public long revocations() {
    return presence.revocations();
  }

  /**
   * What the hub has done since it began, and what it holds now; made at each call, in a time that
   * grows with the connections.
   *
   * @return the figures
   */
  public HubFigures figures() {
    return presence.figures();
  }

  /**
   * Has this told how long each write's newest event was on its way, in nanoseconds from publish
   * until the bytes were handed to the container; called on delivery threads, so it must be quick.
   *
   * @param latencies is told
   * @return ends it; safe to run more than once
   */
  public Runnable timeDeliveries(LongConsumer latencies) {
    List<LongConsumer> told = context.sight().counters().latencies();
    told.add(latencies);
    return () -> told.remove(latencies);
  }

  /**
   * How the hub is, for a health check; costs little.
   *
   * @return its status and the reasons
   */
  public HubHealth health() {
    if (closed.get()) {
      return new HubHealth(HubHealth.Status.DRAINING, List.of("hub is closing or closed"));
    }
    List<String> troubles = presence.troubles();
    return new HubHealth(
        troubles.isEmpty() ? HubHealth.Status.UP : HubHealth.Status.DEGRADED, troubles);
  }

  /**
   * The canonical topics of one stream that are in memory: somebody reads them, or they have events
   * there.
   *
   * @param stream the canonical path of the stream, without leading slash
   * @return the topics in alphabetical order, relative to the stream
   */
  public List<String> topics(String stream) {
    return streams.all().stream()
        .filter(known -> known.path().equals(stream))
        .flatMap(known -> known.topics().all().stream().map(topic -> topic.path))
        .sorted()
        .toList();
  }

  /**
   * The canonical topics that are known, each after its stream's path and a slash; with a history,
   * also those that it has kept, so that the call may take a moment.
   *
   * @return the topics of this moment, sorted
   */
  public List<String> topics() {
    return streams.all().stream()
        .flatMap(stream -> stream.knownTopics().map(topic -> stream.path() + '/' + topic))
        .distinct()
        .sorted()
        .toList();
  }

  /**
   * The one object of this class that belongs to the hub, made if need be and closed with it; how a
   * transport finds its delivery.
   *
   * @param <T> the class
   * @param type the class
   * @param make makes it; called once
   * @return the object
   */
  public <T extends AutoCloseable> T companion(Class<T> type, Function<Hub, T> make) {
    return type.cast(companions.computeIfAbsent(type, fresh -> make.apply(this)));
  }

  /**
   * Time, chance and threads, for the hub's transports.
   *
   * @return the environment
   */
  public HubEnvironment environment() {
    return context.environment();
  }

  /**
   * The hub's one timer, for its transports.
   *
   * @return the timer
   */
  public Timer timer() {
    return timer;
  }

  /**
   * Something failed that concerns no connection.
   *
   * @param failure what was thrown
   */
  public void failed(Throwable failure) {
    context.notices().failed(null, failure);
  }

  /** Closes within five seconds. */
  @Override
  public void close() {
    close(USUAL_PATIENCE);
  }

  /**
   * Takes nobody in any more, sends every reader a delay and the rest, and ends every connection;
   * what has not ended at the deadline is cut. A history that is still storing after half of it
   * keeps no reader waiting, and is closed when it has stored, and when nothing is read from it. A
   * later call changes nothing.
   *
   * @param deadline the longest that this call takes, but for a history, which has half a second to
   *     store and half a second to be read
   */
  public void close(Duration deadline) {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    long began = context.nanoTime();
    reception.close();
    streams.close();
    storeTheRest(deadline.dividedBy(2));
    context.connections().all().forEach(Subscription::drain);
    context.connections().awaitNone(left(deadline, began));
    context.connections().all().forEach(left -> left.close(CloseReason.HUB_CLOSED));
    companions.values().forEach(this::close);
    context.filterThreads().close();
    timer.close();
    streams.all().forEach(stream -> stream.polls().close());
    context.calls().close();
    closeHistory(left(deadline, began));
    context.notices().close();
  }

  private Duration left(Duration deadline, long began) {
    return deadline.minusNanos(context.nanoTime() - began);
  }

  private void storeTheRest(Duration patience) {
    Archive archive = context.archive();
    if (archive != null) {
      archive.commits().close(atLeastShort(patience));
    }
  }

  private static Duration atLeastShort(Duration patience) {
    return patience.compareTo(SHORTEST_PATIENCE) > 0 ? patience : SHORTEST_PATIENCE;
  }

  private void closeHistory(Duration patience) {
    Archive archive = context.archive();
    if (archive == null) {
      return;
    }
    boolean isIdle = archive.commits().close(patience);
    if (archive.pages().close(atLeastShort(patience)) && isIdle) {
      close(archive.history());
    } else { // nobody can close it while it works, and nobody waits for a disk that is stuck
      context.environment().threads().newThread(() -> close(archive::close)).start();
    }
  }

  private void close(AutoCloseable companion) {
    try {
      companion.close();
    } catch (Exception e) {
      failed(e);
    }
  }
}
