package io.tidings.sse.hub;

import java.util.List;
import java.util.Optional;

/** One client's open connection, as an application sees it. Safe for any thread. */
public interface Connection {

  /** The client's name for itself, or the one that the hub made; never an identity. */
  String clientId();

  /** The authenticated name, if there is one. */
  Optional<String> principal();

  /** The stream's canonical path. */
  String stream();

  /** The canonical topics that it reads. */
  List<String> topics();

  /** How many events it is behind, at this moment. */
  long lag();

  /** How many events it has been sent. */
  long eventsSent();

  /** How many bytes it has been sent. */
  long bytesSent();

  /** Ends it soon, cleanly if its peer still reads; a later call changes nothing. */
  void close(CloseReason reason);
}
