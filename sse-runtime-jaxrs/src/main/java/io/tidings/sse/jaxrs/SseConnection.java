package io.tidings.sse.jaxrs;

import io.tidings.sse.event.Event;
import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.ConnectionClosedException;
import io.tidings.sse.hub.DirectStream;
import io.tidings.sse.hub.PayloadEncodingException;
import io.tidings.sse.hub.PayloadTooLargeException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The event stream of one client, written by a resource method of your own: without topics, ids and
 * replay, but over the same ways out and within the same limits as every other stream.
 *
 * <p>Safe for any thread, also after the resource method has returned; what one thread sends
 * arrives in its order. Sending never waits for the client: one that does not read is disconnected
 * when it is too far behind, and {@link #done} says so.
 */
public final class SseConnection implements AutoCloseable {

  /** Null when the client was sent away at once. */
  private final @Nullable DirectStream stream;

  private final String path;

  /** Why the client was sent away, if it was. */
  private final CloseReason refusal;

  private SseConnection(@Nullable DirectStream stream, String path, CloseReason refusal) {
    this.stream = stream;
    this.path = path;
    this.refusal = refusal;
  }

  static SseConnection to(DirectStream stream, String path) {
    return new SseConnection(stream, path, CloseReason.CLOSED_BY_SERVER);
  }

  /** Of a client that was sent away at once. */
  static SseConnection refused(String path, CloseReason why) {
    return new SseConnection(null, path, why);
  }

  /**
   * Answers a request with an event stream: status, headers and a first block leave at once.
   *
   * @param request the request, a parameter of the resource method with {@code @Context}
   * @param sink its response, a parameter with {@code @Context}; not to be used any more
   * @return the connection; it is closed already when its client has gone, the hub is closing, or a
   *     browser was sent away because of the options' bounds
   * @throws IllegalStateException when {@link SseFeature} is not registered, or the method does not
   *     produce {@code text/event-stream}
   */
  public static SseConnection open(ContainerRequestContext request, SseEventSink sink) {
    return open(request, sink, ConnectionOptions.usual());
  }

  /**
   * Answers a request with an event stream: status, headers and a first block leave at once.
   *
   * @param request the request, a parameter of the resource method with {@code @Context}
   * @param sink its response, a parameter with {@code @Context}; not to be used any more
   * @param options what the connection lives by
   * @return the connection; it is closed already when its client has gone, the hub is closing, or a
   *     browser was sent away because of the options' bounds
   * @throws IllegalStateException when {@link SseFeature} is not registered, or the method does not
   *     produce {@code text/event-stream}
   * @throws WebApplicationException when the options' bounds leave no room: 503, or 429 for one
   *     client; let it through
   */
  public static SseConnection open(
      ContainerRequestContext request, SseEventSink sink, ConnectionOptions options) {
    return ConnectionOpener.of(request).open(request, sink, options);
  }

  /**
   * Sends one block.
   *
   * @param event data, event type, id, retry and comment, each optional
   * @throws ConnectionClosedException when the connection was closed
   * @throws PayloadTooLargeException when the data is larger than allowed; the connection stays
   */
  public void send(Event event) {
    open().send(event);
  }

  /**
   * Sends an event of the default type {@code message}.
   *
   * @param data the data; line ends inside it part it into lines that a reader joins by LF
   * @throws ConnectionClosedException when the connection was closed
   * @throws PayloadTooLargeException when the data is larger than allowed; the connection stays
   */
  public void sendData(String data) {
    send(Event.of(data));
  }

  /**
   * Sends an event of the default type {@code message}, whose data is JSON, written by the hub's
   * codec or else by the application's own JSON writer.
   *
   * @param payload the object
   * @throws ConnectionClosedException when the connection was closed
   * @throws PayloadEncodingException when it cannot be written; the connection stays
   * @throws PayloadTooLargeException when the data is larger than allowed; the connection stays
   */
  public void sendJson(Object payload) {
    DirectStream target = open();
    target.send(Event.of(target.json(payload)));
  }

  /**
   * Sends a comment, which readers ignore.
   *
   * @param text the comment
   * @throws ConnectionClosedException when the connection was closed
   */
  public void comment(String text) {
    send(Event.ofComment(text));
  }

  /**
   * Ends the stream cleanly, after everything that was sent. A later call changes nothing; nobody
   * waits for the client.
   */
  @Override
  public void close() {
    if (stream != null) {
      stream.close();
    }
  }

  /**
   * Whether anything can be sent.
   *
   * @return false from the moment on at which either side has closed the connection, as far as that
   *     is known here
   */
  public boolean isOpen() {
    return stream != null && stream.isOpen();
  }

  /**
   * How much the client has not read.
   *
   * @return blocks that were sent and are not yet handed to the connection
   */
  public long lag() {
    return stream == null ? 0 : stream.subscription().lag();
  }

  /**
   * The end of the connection.
   *
   * @return completes once with the reason, never exceptionally, and never on a thread that
   *     delivers events; what hangs on it may block
   */
  public CompletionStage<CloseReason> done() {
    return stream == null ? CompletableFuture.completedStage(refusal) : stream.done();
  }

  private DirectStream open() {
    if (stream == null) {
      throw new ConnectionClosedException(path, refusal);
    }
    return stream;
  }
}
