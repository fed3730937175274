package io.tidings.sse.hub;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Sources that say, throw or wait for what a test tells them. Safe for any thread. */
final class FakeSources implements Machine.Sources {

  final AtomicInteger interrupted = new AtomicInteger();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile @Nullable String answer = "1";
  private volatile @Nullable String hanging;
  private volatile boolean isStubborn;
  private volatile CountDownLatch gate = new CountDownLatch(1);

  void say(@Nullable String answer) {
    this.answer = answer;
  }

  /** From now on whoever waits goes on waiting when it is interrupted. */
  void ignoreInterrupts() {
    isStubborn = true;
  }

  /** Who asks for a name that begins so waits until {@link #release}. */
  void hang(String name) {
    gate = new CountDownLatch(1);
    hanging = name;
  }

  void release() {
    hanging = null;
    gate.countDown();
  }

  int asked() {
    return asked.size();
  }

  int asked(String name) {
    return (int) asked.stream().filter(name::equals).count();
  }

  @Override
  public @Nullable String load(String machine) throws Exception {
    return answer(machine);
  }

  @Override
  public @Nullable String orders(String machine) throws Exception {
    return answer(machine);
  }

  private void await(CountDownLatch open) throws InterruptedException {
    try {
      open.await();
    } catch (InterruptedException e) {
      interrupted.incrementAndGet();
      if (!isStubborn) {
        throw e;
      }
    }
  }

  private @Nullable String answer(String name) throws Exception {
    asked.add(name);
    String prefix = hanging;
    while (prefix != null && name.startsWith(prefix) && gate.getCount() > 0) {
      await(gate);
    }
    if ("throw".equals(answer)) {
      throw new IllegalStateException("no figures today");
    }
    return answer;
  }
}
