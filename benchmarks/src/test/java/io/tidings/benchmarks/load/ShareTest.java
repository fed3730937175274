package io.tidings.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {

  @ParameterizedTest
  @CsvSource({"0,0,2", "1,0,2", "1,1,2", "5,0,2", "5,1,3", "7,3,3", "1000,1,2", "2,2,4"})
  void everyReaderIsInOneShare(int readers, int stuck, int of) {
    Target target = new Target(1, "/", 0, readers, stuck, 1);

    assertThat(shares(target, of).flatMapToInt(ShareTest::indices).sorted().boxed())
        .isEqualTo(IntStream.range(0, readers).boxed().toList());
    assertThat(shares(target, of).mapToInt(Share::steady).sum()).isEqualTo(readers - stuck);
  }

  @ParameterizedTest
  @CsvSource({"0,2", "1,2", "1000,2", "1001,3"})
  void sharesMakeUpTheRate(long perSecond, int of) {
    Target target = new Target(1, "/", 0, 1, 0, 1);

    assertThat(shares(target, of).mapToLong(share -> share.ofRate(perSecond)).sum())
        .isEqualTo(perSecond);
  }

  private static Stream<Share> shares(Target target, int of) {
    return IntStream.range(0, of).mapToObj(place -> new Share(target, place, of));
  }

  private static IntStream indices(Share share) {
    return IntStream.range(0, share.readers()).map(share::index);
  }
}
