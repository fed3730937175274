package io.tidings.examples.guide.sources;

import io.tidings.sse.annotations.Poll;
import io.tidings.sse.annotations.Snapshot;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import java.util.List;

/** What happens in one depot. */
@SseStream("/depots/{depot}")
public interface Depot {

  // tag::poll[]
  /** How many parcels lie on a belt. */
  @Topic("belts/{belt}")
  @Poll(every = "100ms", onlyChanges = true)
  void parcels(String depot, int belt, Parcels parcels);

  // end::poll[]

  /** All trucks at the gates. */
  @Topic("gates")
  @Snapshot
  void trucks(String depot, List<String> trucks);

  /** A truck has come. */
  @Topic("gates")
  void arrived(String depot, String truck);
}
