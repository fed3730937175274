package io.tidings.examples.vitals;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what is published. */
final class RecordedVitals implements Vitals {

  private final List<Object> payloads = new CopyOnWriteArrayList<>();

  @Override
  public void cpu(Cpu sample) {
    payloads.add(sample);
  }

  @Override
  public void memory(Memory sample) {
    payloads.add(sample);
  }

  @Override
  public void threads(Threads sample) {
    payloads.add(sample);
  }

  @Override
  public void collected(GarbageCollection collection) {
    payloads.add(collection);
  }

  @Override
  public void started(Machine machine) {
    payloads.add(machine);
  }

  <P> List<P> all(Class<P> type) {
    return payloads.stream().filter(type::isInstance).map(type::cast).toList();
  }
}
