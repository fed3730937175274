package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The tickets of one hub that have not expired, in memory. Safe for any thread. */
final class TicketOffice implements AutoCloseable {

  /** More at once are not given out, so that memory is bounded. */
  private static final int MOST = 100_000;

  private static final Duration SWEEP = Duration.ofSeconds(10);

  private final Hub hub;
  private final ConcurrentHashMap<String, Ticket> tickets = new ConcurrentHashMap<>();

  private TicketOffice(Hub hub) {
    this.hub = hub;
    hub.timer().every(SWEEP, this::sweep);
    hub.whenRevoked(this::revoke);
  }

  /** The tickets of this hub; they end with it. */
  static TicketOffice of(Hub hub) {
    return hub.companion(TicketOffice.class, TicketOffice::new);
  }

  /** A new ticket's number; empty when there are too many. */
  Optional<String> issue(Ticket.Holder holder, Asked.Topics asked, Duration lifetime) {
    if (tickets.size() >= MOST) {
      return Optional.empty();
    }
    String number = hub.environment().tokens().get() + hub.environment().tokens().get();
    tickets.put(number, new Ticket(holder, asked, nanoTime() + lifetime.toNanos()));
    return Optional.of(number);
  }

  /** The ticket with this number, if it has not expired. */
  @Nullable Ticket find(String number) {
    Ticket ticket = tickets.get(number);
    return ticket == null || ticket.isExpired(nanoTime()) ? null : ticket;
  }

  private void revoke(String principal) {
    tickets.values().removeIf(ticket -> ticket.holder().name().equals(principal));
  }

  private void sweep() {
    long now = nanoTime();
    tickets.values().removeIf(ticket -> ticket.isExpired(now));
  }

  private long nanoTime() {
    return hub.environment().nanoTime().getAsLong();
  }

  @Override
  public void close() {
    tickets.clear();
  }
}
