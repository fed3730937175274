package io.tidings.examples.vitals;

import java.lang.Thread.State;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadInfo;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the instruments and publishes what they show. Called by one thread at a time. */
final class Sampler {

  private static final Set<State> WAITING = EnumSet.of(State.WAITING, State.TIMED_WAITING);

  private final Vitals vitals;
  private final Instruments instruments;
  private final Clock clock;

  Sampler(Vitals vitals, Instruments instruments, Clock clock) {
    this.vitals = vitals;
    this.instruments = instruments;
    this.clock = clock;
  }

  /** Tells who is speaking. */
  void introduce() {
    forgetTheFirstLoad();
    vitals.started(
        new Machine(
            clock.millis(),
            instruments.runtime().getVmName() + " " + instruments.runtime().getVmVersion(),
            instruments.system().getName() + " " + instruments.system().getArch(),
            instruments.system().getAvailableProcessors(),
            instruments.runtime().getPid()));
  }

  // The load counts from the moment it was last asked for; the first answer is an empty 0.
  private void forgetTheFirstLoad() {
    instruments.system().getCpuLoad();
    instruments.system().getProcessCpuLoad();
  }

  /** Takes one sample of everything. */
  void sample() {
    sampleCpu();
    sampleMemory();
    sampleThreads();
  }

  // A negative load means "not known yet", which the first moments of a process are.
  private void sampleCpu() {
    double machine = instruments.system().getCpuLoad();
    double process = instruments.system().getProcessCpuLoad();
    if (machine >= 0 && process >= 0) {
      vitals.cpu(new Cpu(clock.millis(), Math.min(machine, 1), Math.min(process, 1)));
    }
  }

  private void sampleMemory() {
    long total = instruments.system().getTotalMemorySize();
    MemoryUsage heap = instruments.memory().getHeapMemoryUsage();
    vitals.memory(
        new Memory(
            clock.millis(),
            total - instruments.system().getFreeMemorySize(),
            total,
            heap.getCommitted(),
            Math.max(0, heap.getMax()),
            heapPools()));
  }

  private List<Memory.Pool> heapPools() {
    return instruments.heapPools().stream()
        .map(pool -> new Memory.Pool(pool.getName(), pool.getUsage().getUsed()))
        .toList();
  }

  private void sampleThreads() {
    List<State> states = threadStates();
    vitals.threads(
        new Threads(
            clock.millis(),
            instruments.threads().getThreadCount(),
            instruments.threads().getDaemonThreadCount(),
            instruments.threads().getPeakThreadCount(),
            count(states, EnumSet.of(State.RUNNABLE)),
            count(states, WAITING),
            count(states, EnumSet.of(State.BLOCKED))));
  }

  // A thread that has ended since its id was read has no info.
  private List<State> threadStates() {
    ThreadInfo[] infos =
        instruments.threads().getThreadInfo(instruments.threads().getAllThreadIds());
    return Stream.of(infos).filter(Objects::nonNull).map(ThreadInfo::getThreadState).toList();
  }

  private static int count(List<State> states, Set<State> wanted) {
    return (int) states.stream().filter(wanted::contains).count();
  }
}
