package io.tidings.sse.hub;

import org.jspecify.annotations.Nullable;

/**
 * Is told what happens in a hub, a little after it happened. Called by one thread of its own at a
 * time: a listener that throws or blocks delays only itself.
 */
public interface HubListener {

  /**
   * A client's connection is open.
   *
   * @param connection the connection
   */
  default void subscribed(Connection connection) {}

  /**
   * A client's connection has ended; told exactly once for every {@link #subscribed}.
   *
   * @param connection the connection
   * @param reason why it ended
   */
  default void unsubscribed(Connection connection, CloseReason reason) {}

  /**
   * An event was stored and can be read.
   *
   * @param stream the canonical path of the stream
   * @param topic the canonical topic
   * @param eventType the event type
   * @param eventId the event id
   */
  default void published(String stream, String topic, String eventType, String eventId) {}

  /**
   * Bytes are about to be handed to a connection.
   *
   * @param connection the connection
   * @param events how many events; none for a heartbeat or another block of the hub
   */
  default void beforeSend(Connection connection, int events) {}

  /**
   * Bytes were handed to a connection.
   *
   * @param connection the connection
   * @param events how many events
   * @param bytes how many bytes
   */
  default void sent(Connection connection, int events, long bytes) {}

  /**
   * A reader lost events and was told so.
   *
   * @param connection the connection
   * @param topic the canonical topic
   * @param reason as the reader is told: {@code epoch}, {@code trimmed}, {@code overflow}, …
   */
  default void dropped(Connection connection, String topic, String reason) {}

  /**
   * Something failed that should not; the connection is null when none is concerned.
   *
   * @param connection the connection; null when none is concerned
   * @param failure what was thrown
   */
  default void failed(@Nullable Connection connection, Throwable failure) {}
}
