package io.tidings.sse.client;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** A scripted server for the tests of the command. */
public final class CommandServer implements AutoCloseable {

  private final ScriptedServer server;

  private CommandServer(ScriptedServer.Answer answer) throws IOException {
    this.server = new ScriptedServer(List.of(answer));
  }

  /** A server that sends this stream once, then 204. */
  public static CommandServer streaming(String body) throws IOException {
    return new CommandServer(ScriptedServer.stream(body));
  }

  /** A server that answers with this status. */
  public static CommandServer refusing(int status) throws IOException {
    return new CommandServer(ScriptedServer.status(status));
  }

  /** Where it is. */
  public URI uri() {
    return server.uri();
  }

  /** The next request. */
  public String request() throws InterruptedException {
    return server.request();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
