package io.tidings.benchmarks.rows.parser;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.StreamClosedByServerException;
import com.launchdarkly.eventsource.StreamException;
import com.launchdarkly.logging.LDLogger;
import com.launchdarkly.logging.Logs;
import java.io.InputStream;
import java.net.URI;

/** okhttp-eventsource, which is asked for one event after the other. */
final class OkhttpEventSourceReader implements StreamReader {

  private static final URI ORIGIN = URI.create("http://localhost/");
  private static final LDLogger SILENT = LDLogger.withAdapter(Logs.none(), "");

  @Override
  public void read(Input input, EventSink sink) throws StreamException {
    EventSource.Builder builder =
        new EventSource.Builder(new Given(input.stream()))
            .logger(SILENT)
            .readBufferSize(8 * 1024); // its own default of 1000 bytes is slower
    try (EventSource source = builder.build()) {
      while (true) {
        MessageEvent event = source.readMessage();
        if (sink.wantsIds()) {
          sink.id(event.getLastEventId());
        }
        sink.event(event.getEventName(), event.getData());
      }
    } catch (StreamClosedByServerException end) {
      return;
    }
  }

  /** Serves a stream where the library expects a connection. */
  private static final class Given extends ConnectStrategy {

    private final InputStream stream;

    Given(InputStream stream) {
      this.stream = stream;
    }

    @Override
    public Client createClient(LDLogger logger) {
      return new Client() {
        @Override
        public Result connect(String lastEventId) {
          return new Result(stream, ORIGIN, () -> {});
        }

        @Override
        public boolean awaitClosed(long timeoutMillis) {
          return true;
        }

        @Override
        public URI getOrigin() {
          return ORIGIN;
        }

        @Override
        public void close() {}
      };
    }
  }
}
