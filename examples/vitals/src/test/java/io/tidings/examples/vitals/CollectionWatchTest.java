package io.tidings.examples.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class CollectionWatchTest {

  private final List<GarbageCollection> told = new CopyOnWriteArrayList<>();

  @Test
  void tellsACollectionAsItHappens() {
    long before = System.currentTimeMillis();

    try (CollectionWatch watch = new CollectionWatch(Instruments.ofThisJvm(), told::add)) {
      watch.open();
      System.gc();
      await().until(() -> told.stream().anyMatch(run -> run.cause().equals("System.gc()")));
    }

    assertThat(told)
        .filteredOn(run -> run.cause().equals("System.gc()"))
        .first()
        .satisfies(
            run -> {
              assertThat(run.collector()).isNotEmpty();
              assertThat(run.after()).isPositive();
              // The JVM counts from its own start, whose time it knows to about a second.
              assertThat(run.at()).isBetween(before - 2_000, System.currentTimeMillis() + 2_000);
            });
  }

  @Test
  void canBeClosedWithoutEverHavingWatched() {
    new CollectionWatch(Instruments.ofThisJvm(), told::add).close();

    assertThat(told).isEmpty();
  }
}
