package io.tidings.examples.vitals;

import io.tidings.sse.annotations.Heartbeat;
import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;

/** The vital signs of one Java process and the machine it runs on. */
// tag::vitals
@SseStream("/vitals")
@Heartbeat("5s")
@Replay(events = 600, onConnect = 90)
public interface Vitals {

  /** How busy the processors are, each second. */
  @Topic("cpu")
  void cpu(Cpu sample);

  /** Physical memory and the pools of the heap, each second. */
  @Topic("memory")
  void memory(Memory sample);

  /** How many threads live, and what they do, each second. */
  @Topic("threads")
  void threads(Threads sample);

  /** The garbage collector has run, told as it happens. */
  @Topic("collections")
  void collected(GarbageCollection collection);

  /** Who is speaking: told once, and to everyone who comes later. */
  @Topic("machine")
  @Replay(events = 1, onConnect = 1)
  void started(Machine machine);
}
// end::vitals
