package io.tidings.examples.job;

// tag::job-interface[]
import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** Jobs that run on the server. */
@SseStream("/jobs")
public interface Jobs {

  /** The job has come this far; who joins late gets the newest at once. */
  @Topic("runs/{id}")
  @Replay(events = 200, age = "10m", onConnect = 1)
  void progress(String id, Progress progress);
}
// end::job-interface[]
