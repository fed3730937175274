package io.tidings.sse.transport.grizzly;

import io.tidings.sse.transport.StartedResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.CancelledKeyException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.Context;
import org.glassfish.grizzly.IOEvent;
import org.glassfish.grizzly.IOEventLifeCycleListener;
import org.glassfish.grizzly.Processor;
import org.glassfish.grizzly.ProcessorExecutor;
import org.glassfish.grizzly.filterchain.FilterChain;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.NIOTransport;
import org.glassfish.grizzly.nio.SelectorHandler;
import org.glassfish.grizzly.nio.transport.TCPNIOConnection;
import org.glassfish.grizzly.utils.IdleTimeoutFilter;
import org.jspecify.annotations.Nullable;

/**
 * Lets Grizzly end a request without ending its response, so that an idle stream keeps nothing of
 * it, and gives the connection back after the last chunk.
 */
final class HandOver {

  private static final byte[] LAST_CHUNK = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final long FOREVER = -1;

  /** Nobody looks for more while what came too soon is processed. */
  private static final IOEventLifeCycleListener READ_ON =
      new IOEventLifeCycleListener.Adapter() {
        @Override
        public void onReregister(Context context) throws IOException {
          onComplete(context, null);
        }

        @Override
        public void onComplete(Context context, @Nullable Object data) throws IOException {
          context.getConnection().enableIOEvent(IOEvent.READ);
        }
      };

  /** Grizzly's own default; what a server has set instead cannot be found out. */
  private static final Duration IDLE = Duration.ofSeconds(30);

  private final TCPNIOConnection connection;
  private final Watch watch;

  // Written by begin, before anything can end it.
  private volatile boolean isPersistent;

  HandOver(TCPNIOConnection connection) {
    this.connection = connection;
    this.watch = new Watch(connection);
  }

  /** Ends the request for Jersey and for Grizzly; on its thread. */
  void begin(HttpResponsePacket packet, StartedResponse response) throws IOException {
    HttpRequestPacket request = packet.getRequest();
    isPersistent = request.getProcessingState().isKeepAlive();
    request.getProcessingState().setKeepAlive(true); // or Grizzly would close the connection now
    request.setContentBroken(true); // or it would go on with the next request if that is there
    packet.setExpectContent(false); // the last chunk is not its to send
    IdleTimeoutFilter.setCustomTimeout(connection, FOREVER, TimeUnit.MILLISECONDS);
    try {
      response.finish();
      watch.begin();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  /** Sends the last chunk after everything that waits to be written. */
  void end() {
    IdleTimeoutFilter.setCustomTimeout(connection, IDLE.toMillis(), TimeUnit.MILLISECONDS);
    Processor<?> filters = connection.getTransport().getProcessor();
    // Through the filters, because one of them counts from now how long the connection is idle.
    filters.write(
        connection,
        null,
        Buffers.wrap(connection.getMemoryManager(), ByteBuffer.wrap(LAST_CHUNK)),
        null);
    if (isPersistent) {
      goOn();
    } else {
      connection.closeSilently();
    }
  }

  /**
   * Grizzly reads the next request, or what was read of it already; soon, on the thread that
   * selects, because until then a read may be on its way there.
   */
  private void goOn() {
    Buffer early = watch.end();
    NIOTransport transport = (NIOTransport) connection.getTransport();
    SelectorHandler selector = transport.getSelectorHandler();
    selector.enque(connection.getSelectorRunner(), () -> goOn(early), null);
  }

  private boolean goOn(@Nullable Buffer early) {
    try {
      boolean isIdle = watch.leave();
      if (early != null) {
        connection.executeInEventThread(IOEvent.READ, () -> read(early));
      } else if (isIdle) {
        connection.simulateIOEvent(IOEvent.READ);
      }
    } catch (IOException | CancelledKeyException e) {
      connection.closeSilently();
    }
    return true; // to whoever selects: go on
  }

  /** As if it came now: Grizzly reads on behind the bytes that a message has already. */
  private void read(Buffer early) {
    FilterChain filters = (FilterChain) connection.getTransport().getProcessor();
    FilterChainContext message = filters.obtainFilterChainContext(connection);
    message.setMessage(early);
    Context context = message.getInternalContext();
    context.setIoEvent(IOEvent.READ);
    context.addLifeCycleListener(READ_ON);
    ProcessorExecutor.execute(context);
  }
}
