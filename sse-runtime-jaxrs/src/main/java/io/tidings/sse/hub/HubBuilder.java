package io.tidings.sse.hub;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link Hub}. For one thread. */
public final class HubBuilder {

  /** Twice as many as a hub carries lightly. */
  private static final int USUAL_TOPICS = 200_000;

  private HubEnvironment environment = HubEnvironment.system();
  private @Nullable PayloadCodec codec;
  private final List<HubListener> listeners = new ArrayList<>();
  private @Nullable Function<SourceFailure, ? extends @Nullable Object> sourceErrors;
  private int topics = USUAL_TOPICS;
  private int connections;
  private int connectionsPerPrincipal;
  private final List<Object> sources = new ArrayList<>();
  private @Nullable History history;
  private ReplayPolicy memory = ReplayPolicy.DEFAULT;
  private Duration patience = Duration.ofSeconds(5);
  private ReplayLimit replayLimit = ReplayLimit.NONE;

  HubBuilder() {}

  /**
   * Payloads are encoded by this codec, not by an application's own.
   *
   * @param codec the codec
   * @return this
   */
  public HubBuilder codec(PayloadCodec codec) {
    this.codec = codec;
    return this;
  }

  /**
   * Tells this listener what happens, too; each listener has a thread of its own.
   *
   * @param listener is told
   * @return this
   */
  public HubBuilder listener(HubListener listener) {
    listeners.add(Objects.requireNonNull(listener, "listener must not be null"));
    return this;
  }

  /**
   * Asks this object for the payloads of polled events and snapshots.
   *
   * @param sources implements one or more of the generated interfaces {@code …Sources}, and {@link
   *     PollListener} if it wants to know when polling stops
   * @return this
   */
  public HubBuilder sources(Object sources) {
    this.sources.add(Objects.requireNonNull(sources, "sources must not be null"));
    return this;
  }

  /**
   * Tells readers when a polled source fails, by an event of type {@code sse-error} that says
   * nothing of the failure itself.
   *
   * @return this
   */
  public HubBuilder sourceErrors() {
    return sourceErrors(SourceFailure::safeBody);
  }

  /**
   * Tells readers when a polled source fails, by an event of type {@code sse-error} with this body.
   *
   * @param body makes the body, which is encoded as any payload; null for readers not to be told
   * @return this
   */
  public HubBuilder sourceErrors(Function<SourceFailure, ? extends @Nullable Object> body) {
    this.sourceErrors = Objects.requireNonNull(body, "body must not be null");
    return this;
  }

  /**
   * Lets the hub know this many topics at once: those that somebody reads or that have history in
   * memory. A publish to one more throws {@link TopicLimitException}; a client that asks for one
   * more is told to come back later, and that from nine tenths on, so that clients cannot silence
   * publishers.
   *
   * @param most at least 1; 200,000 unless said otherwise
   * @return this
   */
  public HubBuilder topics(int most) {
    this.topics = Settings.atLeastOne("topics", most);
    return this;
  }

  /**
   * Lets the hub have this many connections at once, of whatever stream; a client that is one too
   * many is told to come back later. Some of what the container can carry is best left for requests
   * that are none.
   *
   * @param most at least 1; no limit without this call
   * @return this
   */
  public HubBuilder connections(int most) {
    this.connections = Settings.atLeastOne("connections", most);
    return this;
  }

  /**
   * Lets each principal have this many connections at once, of whatever stream and whatever client
   * ids they give: a client id can be invented, a principal cannot.
   *
   * @param most at least 1; no limit without this call
   * @return this
   */
  public HubBuilder connectionsPerPrincipal(int most) {
    this.connectionsPerPrincipal = Settings.atLeastOne("connections per principal", most);
    return this;
  }

  /**
   * Keeps events in this history, so that a reader that comes back after a restart gets what it
   * missed; closed with the hub.
   *
   * @param history the history, which belongs to no other hub
   * @return this
   */
  public HubBuilder history(History history) {
    this.history = Objects.requireNonNull(history, "history must not be null");
    return this;
  }

  /** How long a client's thread waits for the history. */
  HubBuilder patience(Duration patience) {
    this.patience = patience;
    return this;
  }

  /**
   * With a history: keeps no more than this of each topic in memory too, for readers that were away
   * for a moment; the others get it from the history. 1024 events and 4 MB unless this is called.
   *
   * @param events the most events of a topic
   * @param bytes the most bytes of a topic
   * @return this
   */
  public HubBuilder memory(int events, long bytes) {
    this.memory = new ReplayPolicy(events, bytes, null, 0);
    return this;
  }

  /**
   * Sends a reader that comes back no more than this of what it missed, the newest of it, and tells
   * it of a gap with the reason {@code limit}; its topics share it. Without this call it gets
   * everything that is kept.
   *
   * @param events the most events, at least 1
   * @param bytes the most bytes, at least 1
   * @return this
   */
  public HubBuilder replayLimit(int events, long bytes) {
    this.replayLimit = new ReplayLimit(events, bytes);
    return this;
  }

  /**
   * Takes time, chance and threads from here.
   *
   * @param environment the environment
   * @return this
   */
  public HubBuilder environment(HubEnvironment environment) {
    this.environment = environment;
    return this;
  }

  /**
   * The hub.
   *
   * @return a new hub
   */
  public Hub build() {
    FailureLog log = new FailureLog(System.getLogger(Hub.class.getName()), environment.nanoTime());
    Notices notices = new Notices(List.copyOf(listeners), log, environment.threads());
    SourceRegistry registry = new SourceRegistry(new SourceErrors(sourceErrors));
    sources.forEach(registry::add);
    Timer timer = environment.timer().apply(failure -> notices.failed(null, failure));
    FilterThreads filterThreads = new FilterThreads(environment.threads());
    return new Hub(
        new HubContext(
            environment,
            new Payloads(codec),
            notices,
            new Connections(new HubSeats(connections, connectionsPerPrincipal)),
            timer,
            registry,
            new SourceCalls(environment, timer),
            filterThreads,
            Sight.make(),
            new TopicBudget(topics),
            new Patience(),
            new AtomicReference<>(() -> {}),
            history == null ? null : Archive.of(history, memory, patience, environment, notices),
            replayLimit));
  }
}
