package io.tidings.sse.history.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.hub.StreamPublisher;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What publishers did against what readers saw; each test prints its figures. */
@Timeout(400)
class RecorderIT {

  private static final int EVENTS = Integer.getInteger("tidings.recorder.events", 200_000);
  private static final int SECONDS = Integer.getInteger("tidings.recorder.seconds", 5);
  private static final int PUBLISHERS = 64;

  @TempDir Path folder;

  private Hub hub() {
    return Hub.builder()
        .history(SqliteHistory.at(folder.resolve("events.db")))
        .memory(2_000, 1 << 20)
        .build();
  }

  private static void print(String proof, Checker checker, String more) {
    System.out.printf(
        "%s: lost=%d repeated=%d gaps=%d violations=%d %s%n",
        proof, checker.missing, checker.repeated, checker.gaps, checker.violations().size(), more);
  }

  @Test
  void sixtyFourPublishersOfOneTopicInMemoryGiveOneOrderToAll() throws Exception {
    StreamDefinition stream = Stamped.stream(2_000_000);
    try (Hub hub = Hub.create()) {
      holdsForManyPublishers("64 publishers, memory", hub, stream, 1_000_000);
    }
  }

  @Test
  void sixtyFourPublishersOfOneTopicInAHistoryGiveOneOrderToAll() throws Exception {
    StreamDefinition stream = Stamped.stream(EVENTS + 1); // all of them, and the first
    try (Hub hub = hub()) {
      holdsForManyPublishers("64 publishers, sqlite", hub, stream, EVENTS);
    }
  }

  private static void holdsForManyPublishers(
      String proof, Hub hub, StreamDefinition stream, int events) throws Exception {
    StreamPublisher publisher = hub.publisher(stream);
    Stamped.publish(publisher, PUBLISHERS, 0); // so that there is an id to begin with
    String first = publisher.topic(Stamped.TOPIC).lastEventId().orElseThrow();
    String zero = first.substring(0, first.lastIndexOf('-') + 1) + "0";
    List<Recorder> readers =
        IntStream.range(0, 3).mapToObj(i -> Stamped.reader(hub, stream, zero)).toList();
    long total = (long) (events / PUBLISHERS) * PUBLISHERS + 1;
    List<Thread> threads =
        readers.stream().map(one -> new Thread(() -> one.readThrough(total))).toList();
    threads.forEach(Thread::start);
    Crowd crowd = new Crowd(PUBLISHERS);
    long began = System.nanoTime();

    crowd.start(publisher, events / PUBLISHERS, () -> true);
    crowd.join();
    double seconds = (System.nanoTime() - began) / 1e9;
    Recorder late = Stamped.reader(hub, stream, zero);
    late.readThrough(total);
    for (Thread thread : threads) {
      thread.join();
    }

    Checker checker = crowd.checker();
    List<Recorder> all = new ArrayList<>(readers);
    all.add(late);
    assertThat(late.sequences.size()).isEqualTo(total);
    all.forEach(checker::check);
    all.forEach(checker::checkComplete);
    print(proof, checker, String.format("events=%d in %.1f s", total, seconds));
    assertThat(checker.violations()).isEmpty();
    assertThat(checker.missing).isZero();
    assertThat(checker.repeated).isZero();
    assertThat(checker.gaps).isZero();
  }

  @Test
  void fiveHundredReadersThatComeAndGoLoseNothing() throws Exception {
    Proof proof = new ComeAndGo(folder, 50_000_000).run(Duration.ofSeconds(SECONDS));

    System.out.println("500 readers, all kept: " + proof);
    assertThat(proof.lost()).isZero();
    assertThat(proof.repeated()).isZero();
    assertThat(proof.gaps()).isZero();
  }

  /** The history is shorter than what is missed, so that it is trimmed while it is replayed. */
  @Test
  void readersThatComeAndGoWhileHistoryIsTrimmedAreToldWhatTheyLose() throws Exception {
    Proof proof = new ComeAndGo(folder, 100).run(Duration.ofSeconds(SECONDS));

    System.out.println("500 readers, trimming: " + proof);
    assertThat(proof.lost()).isZero();
    assertThat(proof.repeated()).isZero();
    assertThat(proof.gaps()).isPositive();
  }

  @Test
  void aReaderThatComesBackAfterARestartBeforeAnyPublishGetsTheSame() {
    Proof proof = new Restarts(folder).run(5);

    System.out.println("restart: " + proof);
    assertThat(proof.lost()).isZero();
    assertThat(proof.repeated()).isZero();
    assertThat(proof.gaps()).isZero();
  }

  @Test
  void tenThousandReadersThatComeBackAtOnceAllGetWhatTheyMissed() throws Exception {
    Resume.Outcome outcome = new Resume(folder).run(10_000);

    System.out.printf("resume: readers=10000 behind=1000 seconds=%.1f%n", outcome.seconds());
    assertThat(outcome.complete()).isEqualTo(10_000);
  }
}
