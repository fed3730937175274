package io.tidings.examples.guide.annotations;

import io.tidings.sse.annotations.Backpressure;
import io.tidings.sse.annotations.Conflate;
import io.tidings.sse.annotations.Filter;
import io.tidings.sse.annotations.Guard;
import io.tidings.sse.annotations.Heartbeat;
import io.tidings.sse.annotations.Limits;
import io.tidings.sse.annotations.Poll;
import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.Retry;
import io.tidings.sse.annotations.Snapshot;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** What happens in a warehouse. */
// tag::sse-stream[]
@SseStream("/warehouses/{warehouse}")
// end::sse-stream[]
// tag::heartbeat[]
@Heartbeat(interval = "20s", event = "beat")
// end::heartbeat[]
// tag::replay[]
@Replay(events = 1_000, bytes = "2MB", age = "10m")
// end::replay[]
// tag::backpressure[]
@Backpressure(policy = Backpressure.Policy.LATEST, lag = 5_000, lagBytes = "8MB")
// end::backpressure[]
// tag::retry[]
@Retry(delay = "5s", jitter = 0.5)
// end::retry[]
// tag::limits-annotation[]
@Limits(subscribers = 10_000, perClient = 4, lifetime = "1h", payload = "64KB")
// end::limits-annotation[]
// tag::guard-annotation[]
@Guard(Staff.class)
// end::guard-annotation[]
public interface Warehouse {

  /** Goods came or went. */
  // tag::topic[]
  @Topic("shelves/{shelf}")
  void stock(String warehouse, int shelf, Stock stock);

  // end::topic[]

  /** A robot works, or does not. */
  // tag::topic-query[]
  @Topic("robots{?zone,kind}")
  void robot(String warehouse, String zone, Kind kind, boolean working);

  // end::topic-query[]

  /** What became of a parcel. */
  // tag::topic-sealed[]
  @Topic(value = "parcels/{number}", event = "parcel-")
  void parcel(String warehouse, long number, Parcel parcel);

  // end::topic-sealed[]

  /** How warm it is. */
  // tag::conflate[]
  @Topic("temperature")
  @Conflate("250ms")
  void temperature(String warehouse, double degrees);

  // end::conflate[]

  /** How much power is drawn. */
  // tag::poll-annotation[]
  @Topic("power")
  @Poll(every = "10s", onlyChanges = true)
  void power(String warehouse, double kilowatts);

  // end::poll-annotation[]

  /** Who is at the gates. */
  // tag::snapshot[]
  @Topic("gates")
  @Snapshot
  void gates(String warehouse, Gates gates);

  // end::snapshot[]

  /** Somebody has something to do. */
  // tag::filter-annotation[]
  @Topic("tasks")
  @Filter(OwnTasks.class)
  void task(String warehouse, Task task);

  // end::filter-annotation[]
}
