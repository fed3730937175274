package io.tidings.sse.transport.servlet;

import io.tidings.sse.transport.Cut;
import io.undertow.server.ConduitWrapper;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.ServerConnection;
import io.undertow.util.ConduitFactory;
import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.xnio.IoUtils;
import org.xnio.conduits.StreamSinkConduit;

/**
 * Resets one stream of a connection of Undertow that carries many, and frees who writes to it. Safe
 * for any thread.
 */
final class UndertowStreamCut implements Cut, ConduitWrapper<StreamSinkConduit> {

  private final ServerConnection stream;

  // Written by the thread that begins the response; read by any that cuts.
  private volatile @Nullable StreamSinkConduit conduit;

  private UndertowStreamCut(ServerConnection stream) {
    this.stream = stream;
  }

  /** Of an exchange whose response has not begun. */
  static UndertowStreamCut of(HttpServerExchange exchange) {
    UndertowStreamCut cut = new UndertowStreamCut(exchange.getConnection());
    exchange.addResponseWrapper(cut);
    return cut;
  }

  @Override
  public StreamSinkConduit wrap(
      ConduitFactory<StreamSinkConduit> factory, HttpServerExchange exchange) {
    StreamSinkConduit made = factory.create();
    conduit = made;
    return made;
  }

  /** On the thread that writes to the socket, which may be in the buffers that this gives back. */
  @Override
  public void cut() {
    onItsThread(this::reset);
  }

  /** To reset the stream alone would leave a thread for good that waits until it may write. */
  private void reset() {
    if (conduit == null) {
      IoUtils.safeClose(stream);
    }
    truncate(conduit); // asked again: it may just have begun
  }

  @SuppressWarnings("EmptyCatch") // a closed stream is what is wanted
  private static void truncate(@Nullable StreamSinkConduit begun) {
    try {
      if (begun != null) {
        begun.truncateWrites();
      }
    } catch (IOException e) {
      // It is closed already.
    }
  }

  /** Where Undertow ends what has failed. */
  @Override
  public void afterwards(Runnable release) {
    onItsThread(release);
  }

  private void onItsThread(Runnable task) {
    try {
      stream.getIoThread().execute(task);
    } catch (RejectedExecutionException e) {
      task.run(); // the server is stopping, and has no thread left
    }
  }
}
