package io.tidings.sse.jaxrs;

import jakarta.ws.rs.core.Application;

/** A container with one application, on a free port. */
interface TestServer extends AutoCloseable {

  /** Larger than a hostile header, so that it reaches our code. */
  int HEADER_LIMIT = 160 * 1024;

  /** Starts a container. */
  interface Starter {
    TestServer start(Application application) throws Exception;
  }

  int port();

  @Override
  void close();
}
