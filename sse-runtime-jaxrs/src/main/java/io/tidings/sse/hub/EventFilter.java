package io.tidings.sse.hub;

import org.jspecify.annotations.Nullable;

/**
 * Decides which events of a type a subscription gets, live and when they are sent again. One
 * instance serves every subscription, on many threads at once, but each in the order of its events.
 *
 * <p>It never runs on a delivery thread: while it thinks, only its own reader waits. The payload is
 * shared with other filters and must not be changed. An event whose filter throws is not sent to
 * that reader, and the failure goes to {@link HubListener#failed}. What the hub itself sends, such
 * as {@code sse-gap}, is never filtered.
 *
 * @param <P> the payload
 */
@FunctionalInterface
public interface EventFilter<P> {

  /**
   * Whether the subscription gets this event.
   *
   * @param subscription who would get it: its {@link Subscription#principal() principal}, topics
   *     and client; everything else of it belongs to transports
   * @param payload what would be sent, as the hub's codec reads it back
   * @return whether it is sent
   * @throws Exception when it cannot tell; the event is not sent then
   */
  boolean accept(Subscription subscription, P payload) throws Exception;

  /**
   * What of a subscription the decision depends on, such as its principal's department: all that
   * have an equal key get the same events, and {@link #accept} is asked once for them all.
   *
   * @param subscription who would get the event
   * @return a value with {@code equals} and {@code hashCode}; null, as by default, when every
   *     subscription is to be decided for alone
   */
  default @Nullable Object key(Subscription subscription) {
    return null;
  }
}
