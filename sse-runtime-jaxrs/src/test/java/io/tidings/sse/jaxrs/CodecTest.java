package io.tidings.sse.jaxrs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.tidings.sse.hub.PayloadCodec;
import io.tidings.sse.hub.PayloadType;
import io.tidings.sse.jaxrs.markets.Price;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

final class CodecTest {

  private static final Type PRICES = new PayloadType<List<Price>>() {}.type();

  static Stream<PayloadCodec> codecs() {
    return Stream.of(
        JacksonCodec.of(new ObjectMapper()),
        JacksonCodec.create(),
        Jackson3Codec.of(JsonMapper.builder().build()),
        Jackson3Codec.create(),
        JsonbCodec.of(JsonbBuilder.create()),
        JsonbCodec.create(),
        ClassPathCodec.get());
  }

  @ParameterizedTest
  @MethodSource("codecs")
  void writesJsonAndReadsItBack(PayloadCodec codec) throws Exception {
    List<Price> prices = List.of(new Price("ACME", new BigDecimal("1.5")));

    byte[] bytes = codec.encode(prices, PRICES);

    assertThat(new String(bytes, UTF_8)).contains("\"symbol\":\"ACME\"").contains("1.5");
    assertThat(codec.decode(bytes, PRICES)).isEqualTo(prices);
  }
}
