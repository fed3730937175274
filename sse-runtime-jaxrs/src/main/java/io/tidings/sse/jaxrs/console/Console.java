package io.tidings.sse.jaxrs.console;

import io.tidings.sse.annotations.Poll;
import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/**
 * What the console's page shows. Payloads are JSON that was written here, so that they look the
 * same whatever the application's own JSON looks like.
 */
@SseStream("/sse-console")
@Replay(events = 1)
public interface Console {

  /**
   * The hub's figures and its slowest readers.
   *
   * @param json an object
   */
  @Topic("overview")
  @Poll("1s")
  void overview(String json);

  /**
   * One page of the topics that contain a text.
   *
   * @param page from zero
   * @param search a colon and the text, which may be empty
   * @param json an object with the rows and how many there are in all
   */
  @Topic("topics{?page,search}")
  @Poll(every = "1s", onlyChanges = true)
  void topics(int page, String search, String json);

  /**
   * One page of the connections in which a text is found, the slowest first.
   *
   * @param page from zero
   * @param search a colon and the text, which may be empty
   * @param json an object with the rows and how many there are in all
   */
  @Topic("connections{?page,search}")
  @Poll(every = "1s", onlyChanges = true)
  void connections(int page, String search, String json);
}
