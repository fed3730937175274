package io.tidings.sse.transport.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.transport.Batch;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.SynchronousQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What Jersey's event sink does when another thread is just flushing it, as its own does when a
 * resource method returns: the event is queued, its sender is told that all is well, and the other
 * thread writes it.
 */
@Timeout(20)
final class PortableSinkTest {

  private final QueueingSink queue = new QueueingSink();
  private final LastByte lastByte = new LastByte();
  private final Beginning beginning = new Beginning();
  private final PortableSink sink = new PortableSink(queue, lastByte, beginning);
  private final Batch batch = batch("data: hello\n\n");

  /** Leaves what it is sent to another thread. */
  private static final class QueueingSink implements SseEventSink {
    final SynchronousQueue<PortableBatch> events = new SynchronousQueue<>();
    volatile boolean closed;

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
      new Thread(() -> put((PortableBatch) event)).start();
      return CompletableFuture.completedFuture(null);
    }

    private void put(PortableBatch event) {
      try {
        events.put(event);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  private static Batch batch(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    Batch batch = new Batch();
    batch.add(bytes, 0, bytes.length, 1);
    return batch;
  }

  private CompletableFuture<Boolean> write() {
    CompletableFuture<Boolean> written = new CompletableFuture<>();
    Runnable writing =
        () -> {
          try {
            written.complete(sink.write(batch));
          } catch (IOException | RuntimeException e) {
            written.completeExceptionally(e);
          }
        };
    new Thread(writing).start();
    return written;
  }

  @Test
  void aWriteEndsWhenItsBytesWereWrittenByWhicheverThread() throws Exception {
    CompletableFuture<Boolean> written = write();
    PortableBatch event = queue.events.take();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    assertThat(written).isNotDone();
    event.writeTo(out);

    assertThat(written.get()).isTrue();
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("data: hello\n");
  }

  @Test
  void aWriteFailsWithTheThreadThatWasToDoIt() throws Exception {
    CompletableFuture<Boolean> written = write();
    PortableBatch event = queue.events.take();
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("pipe must hold; broke");
          }
        };

    assertThatThrownBy(() -> event.writeTo(broken)).hasMessage("pipe must hold; broke");

    assertThatThrownBy(written::get).rootCause().hasMessage("pipe must hold; broke");
  }

  @Test
  void nobodyWritesAnAbortedBatchWhoseBytesMayBeSomebodyElsesByThen() throws Exception {
    CompletableFuture<Boolean> written = write();
    PortableBatch event = queue.events.take();
    ByteArrayOutputStream out = new ByteArrayOutputStream();

    sink.abort();

    assertThatThrownBy(written::get).rootCause().hasMessage("sink must be open; was aborted");
    assertThatThrownBy(() -> event.writeTo(out)).hasMessage("batch must be wanted; was given up");
    assertThat(out.size()).isZero();
    assertThat(queue.closed).isTrue();
  }

  @Test
  void aResponseThatThisThreadCouldNotBeginIsNotWaitedFor() {
    beginning.isMine();

    assertThatThrownBy(() -> sink.write(batch))
        .rootCause()
        .hasMessage("response must become a stream; was ended before its first byte");
  }
}
