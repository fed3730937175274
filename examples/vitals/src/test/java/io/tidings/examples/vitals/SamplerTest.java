package io.tidings.examples.vitals;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Iterator;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;

class SamplerTest {

  private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

  private final RecordedVitals vitals = new RecordedVitals();
  private final Instruments instruments = Instruments.ofThisJvm();

  @Test
  void stampsEverySampleWithTheClock() {
    sampler(instruments).sample();

    assertThat(vitals.all(Memory.class)).extracting(Memory::at).containsOnly(NOON.toEpochMilli());
    assertThat(vitals.all(Threads.class)).extracting(Threads::at).containsOnly(NOON.toEpochMilli());
  }

  @Test
  void readsTheMemoryOfThisProcess() {
    sampler(instruments).sample();

    assertThat(vitals.all(Memory.class))
        .singleElement()
        .satisfies(
            memory -> {
              assertThat(memory.used()).isPositive().isLessThanOrEqualTo(memory.total());
              assertThat(memory.heapPools()).anyMatch(pool -> pool.used() > 0);
              assertThat(memory.heapCommitted()).isPositive();
            });
  }

  @Test
  void countsTheThreadsByWhatTheyDo() {
    sampler(instruments).sample();

    assertThat(vitals.all(Threads.class))
        .singleElement()
        .satisfies(
            threads -> {
              assertThat(threads.runnable()).isPositive();
              assertThat(threads.live()).isBetween(threads.daemon(), threads.peak());
            });
  }

  @Test
  void doesNotTellALoadThatIsNotKnownYet() {
    sampler(withLoad(-1)).sample();

    assertThat(vitals.all(Cpu.class)).isEmpty();
    assertThat(vitals.all(Memory.class)).hasSize(1);
  }

  @Test
  void tellsTheLoadAsAShareOfAllProcessors() {
    sampler(withLoad(0.25)).sample();

    assertThat(vitals.all(Cpu.class)).containsExactly(new Cpu(NOON.toEpochMilli(), 0.25, 0.25));
  }

  @Test
  void doesNotTellTheEmptyLoadThatTheFirstQuestionGets() {
    Iterator<Double> answers = List.of(0.0, 0.0, 0.5, 0.25).iterator();
    Sampler sampler = sampler(withLoad(answers::next));

    sampler.introduce();
    sampler.sample();

    assertThat(vitals.all(Cpu.class)).containsExactly(new Cpu(NOON.toEpochMilli(), 0.5, 0.25));
  }

  @Test
  void capsALoadThatTheSystemHasRoundedUp() {
    sampler(withLoad(1.0001)).sample();

    assertThat(vitals.all(Cpu.class)).extracting(Cpu::machine).containsExactly(1.0);
  }

  @Test
  void introducesThisProcess() {
    sampler(instruments).introduce();

    assertThat(vitals.all(Machine.class))
        .extracting(Machine::pid)
        .containsExactly(ProcessHandle.current().pid());
  }

  private Sampler sampler(Instruments read) {
    return new Sampler(vitals, read, Clock.fixed(NOON, ZoneOffset.UTC));
  }

  private Instruments withLoad(double load) {
    return withLoad(() -> load);
  }

  private Instruments withLoad(DoubleSupplier load) {
    OperatingSystemMXBean system =
        (OperatingSystemMXBean)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {OperatingSystemMXBean.class},
                (proxy, method, arguments) ->
                    method.getReturnType() == double.class
                        ? load.getAsDouble()
                        : method.invoke(instruments.system(), arguments));
    return new Instruments(
        system,
        instruments.runtime(),
        instruments.memory(),
        instruments.heapPools(),
        instruments.threads());
  }
}
