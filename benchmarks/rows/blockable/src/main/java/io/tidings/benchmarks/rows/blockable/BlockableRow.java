package io.tidings.benchmarks.rows.blockable;

import io.tidings.benchmarks.harness.RowServer;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PollResult;
import io.tidings.sse.hub.TopicHandle;
import io.tidings.sse.jaxrs.SseFeature;
import java.net.URI;
import org.glassfish.grizzly.http.server.HttpServer;
import org.glassfish.jersey.grizzly2.httpserver.GrizzlyHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;

/** Jersey on Grizzly, with a listener, a filter, a guard and a source. */
public final class BlockableRow implements RowServer, BlockableSources {

  private final Hub hub = Hub.builder().listener(new Listener()).sources(this).build();
  private final BlockablePublisher publisher = new BlockablePublisher(hub);
  private final TopicHandle topic = publisher.topic(new BlockableTopic.Events());
  private final HttpServer server =
      GrizzlyHttpServerFactory.createHttpServer(
          URI.create("http://127.0.0.1:0/"),
          new ResourceConfig().register(SseFeature.of(hub)),
          false);

  /** A row with an empty hub. */
  public BlockableRow() {}

  @Override
  public int start() throws Exception {
    server.start();
    return server.getListeners().iterator().next().getPort();
  }

  @Override
  public String path() {
    return "/bench/events";
  }

  @Override
  public void publish(String id, String data) {
    publisher.price(data);
  }

  @Override
  public int readers() {
    return topic.subscriberCount();
  }

  @Override
  public PollResult<Long> gauge() {
    Blockade.block();
    return PollResult.unchanged();
  }
}
