package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations, sizes, names, spelling and documentation: texts on their way in and out. */
class WordsTest {
  @ParameterizedTest
  @CsvSource({"500ms,PT0.5S", "15s,PT15S", "10m,PT10M", "1h,PT1H", "PT15S,PT15S", "0s,PT0S"})
  void readsDurations(String text, Duration duration) {
    assertThat(Durations.parse(text)).contains(duration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "15", "s", "1.5s", "15 s", "-1s", "1d", "PT", "99999999999999999999s"})
  void readsNothingElseAsADuration(String text) {
    assertThat(Durations.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0s", "500ms", "15s", "10m", "1h", "36h", "PT0.0000005S"})
  void printsDurationsAsTheyAreWritten(String text) {
    assertThat(Durations.print(Durations.parse(text).orElseThrow())).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0B,0", "512B,512", "64KB,65536", "1MB,1048576", "2GB,2147483648"})
  void readsAndPrintsSizes(String text, long bytes) {
    assertThat(Sizes.parse(text)).hasValue(bytes);
    assertThat(Sizes.print(bytes)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1 MB", "1mb", "-1KB", "1.5MB", "9999999999B"})
  void readsNothingElseAsASize(String text) {
    assertThat(Sizes.parse(text)).isEmpty();
  }

  @Test
  void makesNamesOfSegments() {
    assertThat(Naming.pascal("vehicle-positions.v2_x")).isEqualTo("VehiclePositionsV2X");
    assertThat(Naming.constant("priceMoved")).isEqualTo("PRICE_MOVED");
    assertThat(Naming.constant("readURLNow")).isEqualTo("READ_URL_NOW");
    assertThat(Naming.decapitalised("OrderPlaced")).isEqualTo("orderPlaced");
  }

  @Test
  void proposesTheClosestWordIfItIsCloseEnough() {
    assertThat(Spelling.closest("symbl", List.of("text", "symbol"))).contains("symbol");
    assertThat(Spelling.closest("price", List.of("text", "symbol"))).isEmpty();
    assertThat(Spelling.distance("kitten", "sitting")).isEqualTo(3);
  }

  @Test
  void carriesDescriptionsOverWithoutTagsAndLinks() {
    Documentation documentation =
        Documentation.parse(
            " A {@link Trade trade} moved {@link #price}; <b>see</b> {@code a&lt;b} cost $1 */.\n"
                + "\n @param symbol whose\n @return nothing");

    assertThat(documentation.javadoc())
        .isEqualTo("A trade moved price; <b>see</b> {@code a&lt;b} cost $1 *&#47;.");
    assertThat(documentation.plain()).startsWith("A trade moved price; see a<b cost $1");
    assertThat(Documentation.parse(null).isEmpty()).isTrue();
  }

  @Test
  void writesAnyEventTypeAsCode() {
    assertThat(Documentation.code("order-placed")).isEqualTo("{@code order-placed}");
    assertThat(Documentation.code("*/}")).isEqualTo("<code>&#42;&#47;&#125;</code>");
  }
}
