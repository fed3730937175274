package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.event.EventId;
import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.StrictParser;
import io.tidings.sse.jaxrs.pipe.Pipe;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a reader gets that reads too late, or beside much else, by one way of each kind. */
@Execution(ExecutionMode.CONCURRENT) // it waits more than it works
@ParameterizedClass
@EnumSource(
    value = WayOut.class,
    names = {"GRIZZLY_CONNECTION", "JETTY_HANDED_OVER", "TOMCAT_SERVLET", "UNDERTOW_PORTABLE"})
final class SlowReaderIT extends PipedServer {

  /** More than kernels and containers take on the way to a reader that does not read. */
  private static final int FLOOD = 600;

  private static final int LARGE = 16_000;

  private static RawResponse joined(RawClient client, String topics, String id) throws Exception {
    return begun(client.get("/pipe?" + topics, "sse-clientid: " + id));
  }

  /** Everything up to the event with this data. */
  private static List<Block> upTo(String last, RawResponse stream) throws IOException {
    List<Block> blocks = new ArrayList<>();
    do {
      blocks.add(StrictParser.parse(stream.block()).get(0));
    } while (!last.equals(blocks.get(blocks.size() - 1).data()));
    return blocks;
  }

  private static int numberOf(Block block) {
    return Integer.parseInt(block.data().split(" ", 2)[0]);
  }

  private static boolean isGap(Block block) {
    return "sse-gap".equals(block.type());
  }

  /** A reader that reads only when everything has been published. */
  private List<Block> readLate(String topic) throws Exception {
    RawClient late = clientWithTinyWindow();
    RawResponse stream = joined(late, "topic=" + topic, "late");
    pipe.mark(topic, "first mark");
    for (int i = 0; i < FLOOD; i++) {
      pipe.line(topic, line(i, LARGE));
    }
    pipe.mark(topic, "last mark");
    pipe.line(topic, "the end");
    late.widen();
    return upTo("the end", stream);
  }

  private static List<Block> afterTheLastGap(List<Block> blocks) {
    int gap = -1;
    for (int i = 0; i < blocks.size(); i++) {
      gap = isGap(blocks.get(i)) ? i : gap;
    }
    assertThat(gap).isNotNegative();
    return blocks.subList(gap + 1, blocks.size());
  }

  private static void assertGapsAndOrder(List<Block> blocks, String topic) {
    assertThat(blocks)
        .filteredOn(SlowReaderIT::isGap)
        .isNotEmpty()
        .allSatisfy(
            gap -> {
              assertThat(gap.id()).isNull();
              assertThat(gap.data())
                  .contains("\"reason\":\"overflow\"")
                  .contains("\"topic\":\"" + topic + "\"");
            });
    assertRising(blocks);
  }

  private static void assertRising(List<Block> blocks) {
    long last = -1;
    for (Block block : blocks) {
      if (block.id() != null) {
        long next = EventId.parse(block.id()).orElseThrow().sequence();
        assertThat(next).isGreaterThan(last);
        last = next;
      }
    }
  }

  @Test
  void aReaderThatMayLoseTheOldestIsToldAndGetsAllThatIsKept() throws Exception {
    List<Block> blocks = readLate(Pipe.DROPPING);

    assertGapsAndOrder(blocks, Pipe.DROPPING);
    List<Integer> kept =
        afterTheLastGap(blocks).stream()
            .filter(block -> block.type().endsWith("#line"))
            .filter(block -> !"the end".equals(block.data()))
            .map(SlowReaderIT::numberOf)
            .toList();
    assertThat(kept).isNotEmpty().hasSizeLessThanOrEqualTo(Pipe.LAG);
    for (int i = 0; i < kept.size(); i++) {
      assertThat(kept.get(i)).isEqualTo(FLOOD - kept.size() + i);
    }
  }

  @Test
  void aReaderThatWantsTheNewestIsToldAndGetsTheNewestOfEachType() throws Exception {
    List<Block> blocks = readLate(Pipe.LATEST);

    assertGapsAndOrder(blocks, Pipe.LATEST);
    assertThat(afterTheLastGap(blocks))
        .extracting(Block::data)
        .containsExactly("last mark", "the end");
  }

  @Test
  void whatIsConflatedRisesAndEndsWithTheNewest() throws Exception {
    RawResponse stream = joined(client(), "topic=" + Pipe.CONFLATING, "reader");

    for (int i = 0; i < 2000; i++) {
      pipe.level(i + " level");
    }
    pipe.level("the end");

    List<Block> blocks = upTo("the end", stream);
    assertThat(blocks).hasSizeLessThan(1000);
    assertRising(blocks);
    List<Integer> levels =
        blocks.stream()
            .filter(block -> !"the end".equals(block.data()))
            .map(SlowReaderIT::numberOf)
            .toList();
    assertThat(levels).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void aQuietTopicIsHeardBesideAHotOne() throws Exception {
    RawResponse quiet = live(client(), Pipe.BEATING, "quiet");
    RawResponse both = joined(client(), "topic=calm&topic=beating", "both");
    ScheduledExecutorService publisher = Executors.newSingleThreadScheduledExecutor();
    opened(publisher::shutdownNow);
    AtomicInteger next = new AtomicInteger();
    Future<?> flood = publisher.scheduleAtFixedRate(() -> burst(next), 0, 2, TimeUnit.MILLISECONDS);
    await().until(() -> next.get() > 100);

    for (int i = 0; i < 10; i++) {
      String word = "word " + i;
      pipe.line(Pipe.BEATING, word);
      assertThat(wordOf(quiet)).isEqualTo(word);
    }

    assertThat(upTo("word 9", both))
        .extracting(Block::data)
        .containsSubsequence("word 0", "word 1", "word 5", "word 9");
    int seen = next.get();
    await().until(() -> next.get() > seen); // it is still hot
    assertThat(flood.cancel(false)).isTrue();
  }

  /** The next that is no heartbeat. */
  private static String wordOf(RawResponse stream) throws IOException {
    Block block = StrictParser.parse(stream.block()).get(0);
    while (!block.isEvent()) {
      block = StrictParser.parse(stream.block()).get(0);
    }
    return block.data();
  }

  private void burst(AtomicInteger next) {
    for (int i = 0; i < 20; i++) {
      pipe.line(Pipe.CALM, line(next.getAndIncrement(), 500));
    }
  }
}
