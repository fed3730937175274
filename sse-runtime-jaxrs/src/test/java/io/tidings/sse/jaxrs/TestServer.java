package io.tidings.sse.jaxrs;

import jakarta.ws.rs.core.Application;
import java.io.IOException;
import java.net.Socket;

/** A container with one application, on a free port. */
interface TestServer extends AutoCloseable {

  /** Larger than a hostile header, so that it reaches our code. */
  int HEADER_LIMIT = 160 * 1024;

  /** Starts a container. */
  interface Starter {
    TestServer start(Application application) throws Exception;
  }

  int port();

  /** The client's end of whatever this server speaks below HTTP. */
  default Socket over(Socket connected) throws IOException {
    return connected;
  }

  @Override
  void close();
}
