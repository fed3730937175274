package io.tidings.examples.guide;

import io.tidings.sse.hub.EventFilter;
import io.tidings.sse.hub.Subscription;

/** Shows every clerk the tickets that are the clerk's. */
// tag::filter[]
final class OwnTickets implements EventFilter<Ticket> {

  @Override
  public boolean accept(Subscription subscription, Ticket ticket) {
    return subscription.principal().filter(ticket.clerk()::equals).isPresent();
  }
}
// end::filter[]
