package io.tidings.sse.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Sets up a {@link Hub}. For one thread. */
public final class HubBuilder {

  private HubEnvironment environment = HubEnvironment.system();
  private @Nullable PayloadCodec codec;
  private final List<HubListener> listeners = new ArrayList<>();
  private @Nullable Function<SourceFailure, ? extends @Nullable Object> sourceErrors;
  private final List<Object> sources = new ArrayList<>();

  HubBuilder() {}

  /** Payloads are encoded by this codec, not by an application's own. */
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

  /** Takes time, chance and threads from here. */
  public HubBuilder environment(HubEnvironment environment) {
    this.environment = environment;
    return this;
  }

  /** The hub. */
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
            new Connections(),
            timer,
            registry,
            new SourceCalls(environment, timer),
            filterThreads,
            Sight.make()));
  }
}
