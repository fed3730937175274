package io.tidings.examples.guide;

// tag::rules[]
import io.tidings.sse.annotations.Filter;
import io.tidings.sse.annotations.Guard;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import jakarta.annotation.security.RolesAllowed;

@SseStream("/tenants/{tenant}/tickets")
@Guard(MembersOnly.class)
@RolesAllowed({"clerk", "boss"})
public interface Tickets {

  /** A customer asked for something. */
  @Topic("opened")
  @Filter(OwnTickets.class)
  void opened(String tenant, Ticket ticket);

  /** Somebody looked into the books. */
  @Topic("audits")
  @RolesAllowed("boss")
  void audited(String tenant, String what);
}
// end::rules[]
