package io.tidings.sse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DecimalTest {

  private static final int AT = 3;

  static LongStream numbers() {
    LongStream powers = LongStream.iterate(1, power -> power * 10).limit(19);
    LongStream around = powers.flatMap(power -> LongStream.of(power - 1, power, power + 1));
    LongStream limits = LongStream.of(Integer.MAX_VALUE, Integer.MAX_VALUE + 1L, Long.MAX_VALUE);
    LongStream twos = LongStream.rangeClosed(0, 62).map(bits -> 1L << bits);
    LongStream any = new Random(7).longs(1_000, 0, Long.MAX_VALUE);
    return Stream.of(around, limits, twos, any).flatMapToLong(numbers -> numbers);
  }

  @ParameterizedTest
  @MethodSource("numbers")
  void writesANumberAsJavaDoesAndNothingBesideIt(long number) {
    byte[] target = new byte[30];

    int end = Decimal.write(number, target, AT);

    String digits = Long.toString(number);
    assertThat(end).isEqualTo(AT + digits.length());
    byte[] expected = new byte[30];
    byte[] ascii = digits.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(ascii, 0, expected, AT, ascii.length);
    assertThat(target).isEqualTo(expected);
  }
}
