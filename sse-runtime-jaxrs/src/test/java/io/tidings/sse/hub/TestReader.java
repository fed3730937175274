package io.tidings.sse.hub;

import static org.awaitility.Awaitility.with;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.StrictParser;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executor;

/**
 * A client without a transport: reads its subscription when a test says so. For one thread;
 * signalled by any.
 */
final class TestReader implements Executor, Outlet {

  private static final int BUDGET = 1 << 20;

  final Subscription subscription;
  private final Deque<Runnable> inbox = new ConcurrentLinkedDeque<>();
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private Progress progress = Progress.CAUGHT_UP;
  private int pumped;

  TestReader(Admission admission) {
    this.subscription = ((Admission.Granted) admission).subscription();
    subscription.open(this, () -> pumped++);
  }

  @Override
  public void execute(Runnable task) {
    inbox.add(task);
  }

  /** Runs what was signalled, and says how often the pump was asked for. */
  int runSignals() {
    int before = pumped;
    while (!inbox.isEmpty()) {
      inbox.remove().run();
    }
    return pumped - before;
  }

  /** Reads until there is nothing more, in steps of this many bytes. */
  List<Block> read(int budget) {
    runSignals();
    bytes.reset();
    do {
      progress = subscription.read(this, budget);
    } while (progress == Progress.MORE || awaitsPage());
    if (progress == Progress.ENDED) {
      subscription.ended(subscription.closing().orElse(CloseReason.FAILED));
    }
    return StrictParser.parse(bytes.toByteArray());
  }

  private boolean awaitsPage() {
    boolean awaits = false;
    for (TopicReader reader : subscription.feed().readers()) {
      awaits |= progress == Progress.CAUGHT_UP && reader.hasAsked();
      while (progress == Progress.CAUGHT_UP && reader.isWaiting()) {
        Thread.onSpinWait();
      }
    }
    return awaits;
  }

  List<Block> read() {
    return read(BUDGET);
  }

  /** What the events of a read carry. */
  List<String> readData() {
    return read().stream().filter(Block::isEvent).map(Block::data).toList();
  }

  /** What is read until the reader is told its position, and with it. */
  List<Block> opening() {
    List<Block> blocks = new ArrayList<>();
    with()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(2))
        .await()
        .until(
            () -> {
              blocks.addAll(read());
              return blocks.stream().anyMatch(block -> !block.isEvent());
            });
    return blocks;
  }

  boolean hasEnded() {
    return progress == Progress.ENDED;
  }

  @Override
  public void add(byte[] source, int from, int to, int frames) {
    bytes.write(source, from, to - from);
  }
}
