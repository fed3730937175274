package io.tidings.sse.hub;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets clients into a hub, as long as it is open and has a seat for them. Safe for any thread. */
final class Reception {

  private static final int LONGEST_CLIENT_ID = 128;

  private final HubContext context;
  private final HubStreams streams;
  private final HubSweeper sweeper;
  private final DirectSeats seats = new DirectSeats();

  // Written once, by the one that closes the hub; read by any thread.
  private volatile boolean closed;

  Reception(HubContext context, HubStreams streams, HubSweeper sweeper) {
    this.context = context;
    this.streams = streams;
    this.sweeper = sweeper;
  }

  /** Takes nobody in any more; who is just coming in is sent away. */
  void close() {
    closed = true;
  }

  Admission admit(SubscriptionRequest request, String visitor) {
    String claimant = request.claimant(fit(request.clientId()));
    String turnedAway = claimant == null ? visitor : claimant;
    if (closed) {
      return new Admission.Closing(delay(turnedAway));
    }
    int most = request.stream().limits().topicsPerConnection();
    if (most > 0 && request.topics().size() > most) {
      return new Admission.TooManyTopics(most);
    }
    sweeper.start();
    Turnout turnout;
    try {
      turnout = takeSeatAndJoin(request);
    } catch (HubClosedException e) { // while the client was on its way in
      return new Admission.Closing(delay(turnedAway));
    } catch (HistoryException e) { // it comes back with the id that it has, and loses nothing
      context.notices().failed(null, e);
      return new Admission.Refused(Admission.Limit.HISTORY, delay(turnedAway));
    }
    if (turnout.full() != null) {
      return new Admission.Refused(turnout.full(), delay(turnedAway));
    }
    context.patience().forget(turnedAway);
    Subscription joined = turnout.subscription();
    return joined == null ? new Admission.Finished() : granted(joined);
  }

  private Turnout takeSeatAndJoin(SubscriptionRequest request) {
    String principal = request.principal();
    Optional<Admission.Limit> full = context.connections().take(principal);
    if (full.isPresent()) {
      return Turnout.refused(full.get());
    }
    Turnout turnout = Turnout.finished();
    try {
      turnout = join(request);
      return turnout;
    } finally {
      if (turnout.subscription() == null) {
        context.connections().leave(principal);
      }
    }
  }

  private Turnout join(SubscriptionRequest request) {
    return streams.with(
        request.stream(),
        request.streamPath(),
        stream -> {
          boolean isIn = false;
          try {
            Turnout turnout = stream.readers().join(request, clientId(request.clientId()));
            isIn = turnout.subscription() != null;
            return turnout;
          } finally {
            if (!isIn) {
              streams.forgetIfUnused(stream);
            }
          }
        });
  }

  private Admission granted(Subscription joined) {
    context.connections().add(joined);
    if (closed) { // it may have come after close() had looked for it
      joined.drain();
    }
    return new Admission.Granted(joined);
  }

  private Duration delay(String client) {
    return context.patience().delay(client, context.nanoTime(), context.random());
  }

  Admission connect(DirectRequest request, String visitor) {
    String claimant = request.claimant(fit(request.clientId()));
    String turnedAway = claimant == null ? visitor : claimant;
    if (closed) {
      return new Admission.Closing(delay(turnedAway));
    }
    sweeper.start();
    Optional<Admission.Limit> full = takeSeats(request, claimant);
    if (full.isPresent()) {
      return new Admission.Refused(full.get(), delay(turnedAway));
    }
    context.patience().forget(turnedAway);
    return connected(request, () -> seats.leave(request, claimant));
  }

  private Optional<Admission.Limit> takeSeats(DirectRequest request, @Nullable String claimant) {
    Optional<Admission.Limit> full = context.connections().take(request.principal());
    if (full.isEmpty()) {
      full = seats.take(request, claimant);
      if (full.isPresent()) {
        context.connections().leave(request.principal());
      }
    }
    return full;
  }

  private Admission connected(DirectRequest request, Runnable leave) {
    DirectStream direct;
    try {
      direct = DirectStream.of(request, clientId(request.clientId()), context, leave);
    } catch (RuntimeException | Error e) {
      leave.run(); // or its seats would be taken for ever
      context.connections().leave(request.principal());
      throw e;
    }
    granted(direct.subscription());
    return new Admission.Connected(direct);
  }

  /** The client's own name for itself if it is one to keep; else a new one. */
  private String clientId(@Nullable String own) {
    String kept = fit(own);
    return kept == null ? context.environment().tokens().get() : kept;
  }

  private static @Nullable String fit(@Nullable String own) {
    boolean isFit =
        own != null
            && !own.isEmpty()
            && own.length() <= LONGEST_CLIENT_ID
            && own.chars().noneMatch(Character::isISOControl);
    return isFit ? own : null;
  }
}
