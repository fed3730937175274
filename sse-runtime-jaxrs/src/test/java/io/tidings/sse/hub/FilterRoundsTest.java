package io.tidings.sse.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.fixture.Block;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However readers and filters overtake each other, nothing is lost and nothing slips through. */
class FilterRoundsTest extends FilteredHub {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void noEventIsLostAndNoneSlipsThroughWhateverTheReaderDoes(long seed) {
    Random random = new Random(seed);
    Orders orders = Orders.filteredBy((subscription, order) -> Integer.parseInt(order) % 3 == 0);
    TestReader reader = connect(orders, null, "ann", "orders", "news");
    List<String> got = new ArrayList<>();
    int count = 900;
    for (int i = 0; i < count; i++) {
      publish(orders, String.valueOf(i));
      if (random.nextInt(40) == 0) {
        got.addAll(data(reader.read(1 + random.nextInt(400))));
      }
    }
    List<Block> rest =
        readUntil(reader, all -> data(all).contains(String.valueOf((count - 1) / 3 * 3)));
    got.addAll(data(rest));

    assertThat(got)
        .isEqualTo(
            IntStream.range(0, count).filter(n -> n % 3 == 0).mapToObj(String::valueOf).toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"DROP_OLDEST", "LATEST"})
  void aReaderThatWasOvertakenGetsNothingThatWasRejected(String policy) {
    BackpressurePolicy slow =
        new BackpressurePolicy(
            BackpressurePolicy.Policy.valueOf(policy), 20, 1 << 20, Duration.ofSeconds(30));
    Orders orders =
        Orders.of(
            (subscription, order) -> Integer.parseInt(order) % 2 == 0,
            TopicDefinition.of("Orders", "orders").withBackpressure(slow));
    TestReader reader = connect(orders, null, "ann", "orders");
    Random random = new Random(7);
    List<Integer> got = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      publish(orders, String.valueOf(i));
      if (random.nextInt(25) == 0) {
        numbers(reader.read()).forEach(got::add);
      }
    }
    publish(orders, "2000");
    numbers(readUntil(reader, all -> data(all).contains("2000"))).forEach(got::add);

    assertThat(got).isNotEmpty().allMatch(n -> n % 2 == 0).isSorted().doesNotHaveDuplicates();
  }

  private static List<Integer> numbers(List<Block> blocks) {
    return blocks.stream()
        .filter(block -> "order".equals(block.type()))
        .map(block -> Integer.valueOf(block.data()))
        .toList();
  }
}
