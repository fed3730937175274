package io.tidings.benchmarks.rows.resume;

import io.tidings.benchmarks.harness.Payload;
import io.tidings.benchmarks.harness.RowServer;
import io.tidings.sse.history.sqlite.SqliteHistory;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.TopicHandle;
import io.tidings.sse.jaxrs.SseFeature;
import java.nio.file.Path;
import org.glassfish.jersey.server.ResourceConfig;
import org.jspecify.annotations.Nullable;

/**
 * Jersey, restarted after the events that its readers have missed: they are in the file, and
 * nothing is in memory yet.
 */
public final class ResumeRow implements RowServer {

  private static final int MISSED = 1_000;

  private final Path file = Path.of(System.getProperty("benchmarks.folder"), "events.db");
  private @Nullable BoardPublisher board;
  private @Nullable TopicHandle live;
  private String seenLast = "";

  /** A row that is not started. */
  public ResumeRow() {}

  @Override
  public int start() throws Exception {
    try (Hub before = hub()) {
      BoardPublisher publisher = new BoardPublisher(before);
      publisher.missed("the last event that the readers have seen");
      TopicHandle missed = publisher.topic(new BoardTopic.Missed());
      seenLast = missed.lastEventId().orElseThrow();
      Payload payload = new Payload();
      for (int i = 1; i <= MISSED; i++) {
        publisher.missed(payload.stamp(i, System.nanoTime()));
      }
    }
    Hub hub = hub();
    BoardPublisher publisher = new BoardPublisher(hub);
    board = publisher;
    live = publisher.topic(new BoardTopic.Live());
    return Container.named(System.getProperty("benchmarks.container", "grizzly"))
        .start(new ResourceConfig().register(SseFeature.of(hub)));
  }

  private Hub hub() {
    return Hub.builder().history(SqliteHistory.at(file)).build();
  }

  @Override
  public String path() {
    return "/board/live";
  }

  @Override
  public String missedPath() {
    return "/board/missed?lastEventId=" + seenLast;
  }

  @Override
  public void publish(String id, String data) {
    BoardPublisher into = board;
    if (into != null) {
      into.live(data);
    }
  }

  @Override
  public int readers() {
    TopicHandle topic = live;
    return topic == null ? 0 : topic.subscriberCount();
  }
}
