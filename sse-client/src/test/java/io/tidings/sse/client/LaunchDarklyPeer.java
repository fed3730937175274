package io.tidings.sse.client;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.StreamException;
import com.launchdarkly.logging.LDLogger;
import com.launchdarkly.logging.Logs;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** The parser of okhttp-eventsource. */
final class LaunchDarklyPeer implements Peer {

  private static final URI ORIGIN = URI.create("http://localhost/");
  private static final LDLogger SILENT = LDLogger.withAdapter(Logs.none(), "");

  @Override
  public List<String> events(byte[] stream) {
    List<String> rows = new ArrayList<>();
    try (EventSource source = new EventSource.Builder(new Bytes(stream)).logger(SILENT).build()) {
      while (true) {
        MessageEvent event = source.readMessage();
        String id = Objects.requireNonNullElse(event.getLastEventId(), "");
        rows.add(Peer.row(event.getEventName(), event.getData(), id));
      }
    } catch (StreamException e) {
      return rows; // the end
    } catch (RuntimeException e) {
      rows.add(e.getClass().getSimpleName());
      return rows;
    }
  }

  @Override
  public List<String> expected(List<ReceivedEvent> events) {
    return events.stream()
        .map(event -> Peer.row(event.type(), event.data(), event.lastEventId()))
        .toList();
  }

  @Override
  public Map<String, Predicate<RandomStream>> departures() {
    Map<String, Predicate<RandomStream>> departures = new LinkedHashMap<>();
    departures.put("keeps the byte order mark", stream -> stream.text().startsWith("\uFEFF"));
    departures.put("has events with an empty type", stream -> stream.hasLine("event(: ?)?"));
    departures.put("fails on a retry that overflows", stream -> stream.hasLine("retry: ?9{20}"));
    departures.put("decodes encoded surrogates as the JDK does", Departures::surrogates);
    return departures;
  }

  /** Serves bytes where the library expects a connection. */
  private static final class Bytes extends ConnectStrategy {

    private final byte[] stream;

    Bytes(byte[] stream) {
      this.stream = stream;
    }

    @Override
    public Client createClient(LDLogger logger) {
      return new Client() {
        @Override
        public Result connect(String lastEventId) {
          return new Result(new ByteArrayInputStream(stream), ORIGIN, () -> {});
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
