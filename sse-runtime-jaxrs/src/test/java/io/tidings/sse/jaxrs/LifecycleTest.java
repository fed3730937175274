package io.tidings.sse.jaxrs;

import static io.tidings.sse.fixture.Admissions.granted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.hub.EventDefinition;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.HubClosedException;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.SubscriptionRequest;
import io.tidings.sse.hub.TopicDefinition;
import io.tidings.sse.transport.Batch;
import io.tidings.sse.transport.SinkEvents;
import io.tidings.sse.transport.StreamSink;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.glassfish.jersey.server.spi.Container;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LifecycleTest {

  private static final EventDefinition<String> NEWS = EventDefinition.of("news", String.class);
  private static final StreamDefinition STREAM =
      StreamDefinition.of(LifecycleTest.class, "/news")
          .withTopic(TopicDefinition.of("All", "all").withEvent(NEWS));

  private final Hub hub = Hub.create();
  private final Door door = new Door(hub);
  private final EndingSink sink = new EndingSink();

  @AfterEach
  void close() {
    hub.close(Duration.ZERO);
  }

  private void open() {
    SubscriptionRequest request =
        new SubscriptionRequest(STREAM, "news", List.of("all"), false, null, null, null);
    door.open(granted(hub.admit(request)), sink);
  }

  private static Container container() {
    return (Container)
        Proxy.newProxyInstance(
            LifecycleTest.class.getClassLoader(),
            new Class<?>[] {Container.class},
            (proxy, method, arguments) -> null);
  }

  @Test
  void anApplicationThatStopsSendsItsReadersAwayAndLeavesAHubThatIsNotItsOwnOpen() {
    open();
    hub.publisher(STREAM).publish(NEWS, "all", "last");

    new Lifecycle(door, false).onShutdown(container());

    assertThat(sink.hasEnded).isTrue();
    assertThat(sink.text()).contains("data: last\n\n").containsPattern("\n\nretry: [0-9]+\n\n");
    assertThat(hub.connections()).isEmpty();
    hub.publisher(STREAM).publish(NEWS, "all", "more");
  }

  @Test
  void anApplicationThatStopsClosesTheHubThatIsItsOwn() {
    open();

    new Lifecycle(door, true).onShutdown(container());

    await().untilAsserted(() -> assertThat(sink.hasEnded).isTrue());
    assertThatThrownBy(() -> hub.publisher(STREAM).publish(NEWS, "all", "more"))
        .isInstanceOf(HubClosedException.class);
  }

  /** Remembers what it was given. */
  private static final class EndingSink implements StreamSink {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private volatile boolean hasEnded;

    @Override
    public boolean isBlocking() {
      return false;
    }

    @Override
    public void open(SinkEvents events) {}

    @Override
    public boolean write(Batch batch) throws IOException {
      batch.writeTo(written);
      return true;
    }

    @Override
    public void end() {
      hasEnded = true;
    }

    @Override
    public void abort() {}

    String text() {
      return written.toString(StandardCharsets.UTF_8);
    }
  }
}
