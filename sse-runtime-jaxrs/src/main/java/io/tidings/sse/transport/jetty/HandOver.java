package io.tidings.sse.transport.jetty;

import java.io.EOFException;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/**
 * Lets Jetty end a request without ending its response, and then give the connection to a sink, as
 * it does for a WebSocket.
 */
final class HandOver extends HttpStream.Wrapper {

  private final JettySink sink;

  private HandOver(HttpStream stream, JettySink sink) {
    super(stream);
    this.sink = sink;
  }

  /** Prepares the hand-over; it happens when the request has completed. */
  static void prepare(Request request, JettySink sink) {
    request.addHttpStreamWrapper(stream -> new HandOver(stream, sink));
    request.setAttribute(HttpStream.UPGRADE_CONNECTION_ATTRIBUTE, sink);
  }

  /** The last chunk is the sink's to send. */
  @Override
  public void send(
      MetaData.Request request,
      MetaData.Response response,
      boolean last,
      ByteBuffer content,
      Callback callback) {
    if (last && response == null && BufferUtil.isEmpty(content)) {
      callback.succeeded();
    } else {
      super.send(request, response, false, content, callback);
    }
  }

  @Override
  public void succeeded() {
    super.succeeded();
    if (sink.getEndPoint().getConnection() != sink) {
      sink.onClose(new EOFException("connection must be handed over; was not"));
    }
  }

  @Override
  public void failed(Throwable failure) {
    super.failed(failure);
    sink.onClose(failure);
  }
}
