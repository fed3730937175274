package io.tidings.sse.hub;

import java.util.List;
import java.util.Optional;

/** One client's open connection, as an application sees it. Safe for any thread. */
public interface Connection {

  /**
   * The client's name for itself, or the one that the hub made; never an identity.
   *
   * @return the name, never empty
   */
  String clientId();

  /**
   * The authenticated name, if there is one.
   *
   * @return the name of the principal
   */
  Optional<String> principal();

  /**
   * The stream's canonical path.
   *
   * @return the path, without leading slash
   */
  String stream();

  /**
   * The canonical topics that it reads.
   *
   * @return the topics, relative to the stream; never changes
   */
  List<String> topics();

  /**
   * How many events it is behind, at this moment.
   *
   * @return a number of events
   */
  long lag();

  /**
   * How many events it has been sent.
   *
   * @return a number of events
   */
  long eventsSent();

  /**
   * How many bytes it has been sent.
   *
   * @return a number of bytes
   */
  long bytesSent();

  /**
   * Ends it soon, cleanly if its peer still reads; a later call changes nothing.
   *
   * @param reason what the listener is told
   */
  void close(CloseReason reason);
}
