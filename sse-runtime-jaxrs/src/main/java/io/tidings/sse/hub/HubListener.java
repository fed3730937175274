package io.tidings.sse.hub;

import org.jspecify.annotations.Nullable;

/**
 * Is told what happens in a hub, a little after it happened. Called by one thread of its own at a
 * time: a listener that throws or blocks delays only itself.
 */
public interface HubListener {

  /** A client's connection is open. */
  default void subscribed(Connection connection) {}

  /** A client's connection has ended; told exactly once for every {@link #subscribed}. */
  default void unsubscribed(Connection connection, CloseReason reason) {}

  /** An event was stored and can be read. */
  default void published(String stream, String topic, String eventType, String eventId) {}

  /** Bytes are about to be handed to a connection. */
  default void beforeSend(Connection connection, int events) {}

  /** Bytes were handed to a connection. */
  default void sent(Connection connection, int events, long bytes) {}

  /** A reader lost events and was told so. */
  default void dropped(Connection connection, String topic, String reason) {}

  /** Something failed that should not; the connection is null when none is concerned. */
  default void failed(@Nullable Connection connection, Throwable failure) {}
}
