package io.tidings.examples.guide.sources;

import io.tidings.sse.hub.PollListener;
import io.tidings.sse.hub.PollResult;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Counts parcels; belt 9 runs its last parcel. */
// tag::poll-source[]
final class Belts implements DepotSources, PollListener {

  private final Map<Integer, Integer> counts = new ConcurrentHashMap<>(Map.of(7, 3, 9, 1));

  @Override
  public PollResult<Parcels> parcels(String depot, int belt) {
    Integer count = counts.get(belt);
    if (count == null) {
      return PollResult.unchanged();
    }
    Parcels parcels = new Parcels(count);
    return belt == 9 ? PollResult.last(parcels) : PollResult.of(parcels);
  }

  @Override
  public List<String> trucks(String depot) {
    return List.of();
  }

  @Override
  public void stopped(String stream, String topic) {
    System.out.println("nobody looks at " + stream + "/" + topic + " any more");
  }
}
// end::poll-source[]
