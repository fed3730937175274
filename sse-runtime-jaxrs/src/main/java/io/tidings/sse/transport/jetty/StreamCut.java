package io.tidings.sse.transport.jetty;

import io.tidings.sse.transport.Cut;
import java.io.IOException;
import org.eclipse.jetty.server.Request;

/** Resets one stream of a connection of Jetty that carries many, and frees who writes to it. */
record StreamCut(Request request) implements Cut {

  /** Jetty runs what follows on a thread of its own, even when all of its pool are stuck. */
  @Override
  @SuppressWarnings("EmptyCatch") // a request that has completed is what is wanted
  public void cut() {
    try {
      request.fail(new IOException("stream must be read; was cut"));
    } catch (RuntimeException e) {
      // It has completed.
    }
  }
}
