package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonTextTest {

  @Test
  void writesWhatTheParserReads() {
    Random random = new Random(7);
    for (int round = 0; round < 2_000; round++) {
      Object value = value(random, 4);

      assertThat(JsonParser.parse(JsonText.of(value)).value()).isEqualTo(value);
    }
  }

  @Test
  void writesWhatOthersRead() {
    Random random = new Random(8);
    JsonMapper jackson = new JsonMapper();
    for (int round = 0; round < 500; round++) {
      String text = text(random);

      assertThat(jackson.readValue(JsonText.quoted(text), String.class)).isEqualTo(text);
      assertThat(jackson.readTree(JsonText.of(value(random, 4)))).isNotNull();
    }
  }

  private static Object value(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 4 : 6)) {
      case 0 -> text(random);
      case 1 -> BigDecimal.valueOf(random.nextLong(), random.nextInt(5));
      case 2 -> random.nextBoolean();
      case 3 -> new BigDecimal(random.nextInt());
      case 4 -> random.ints(random.nextInt(4)).mapToObj(i -> value(random, depth - 1)).toList();
      default -> object(random, depth - 1);
    };
  }

  private static Map<String, Object> object(Random random, int depth) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      object.put(text(random), value(random, depth));
    }
    return object;
  }

  private static String text(Random random) {
    int[] alphabet = "az\"\\/\n\r\t\u0000\u001f\u007f\u2028é\uD83D\uDE00".codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(6); i > 0; i--) {
      text.appendCodePoint(alphabet[random.nextInt(alphabet.length)]);
    }
    return text.toString();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[1",
        "[1,]",
        "{\"a\"}",
        "{\"a\":}",
        "{a:1}",
        "01",
        "1.",
        "+1",
        "tru",
        "\"",
        "\"\\x\"",
        "\"\\u12g4\"",
        "\"\n\"",
        "1 2",
        "nul",
        "[1}",
        "NaN"
      })
  void saysWhereATextIsNoJson(String text) {
    JsonParser.Result result = JsonParser.parse(text);

    assertThat(result.value()).isNull();
    assertThat(result.problem()).get().asString().matches(".*(in line 1|end of the document).*");
  }

  @Test
  void escapesHalvesOfPairsThatNoEncodingCouldCarry() {
    assertThat(JsonText.quoted("a\uD83D")).isEqualTo("\"a\\ud83d\"");
    assertThat(JsonParser.parse("\"a\\ud83d\"").value()).isEqualTo("a\uD83D");
  }

  @Test
  void refusesNestingThatWouldExhaustTheStack() {
    String deep = String.join("", List.of("[".repeat(100_000), "]".repeat(100_000)));

    assertThat(JsonParser.parse(deep).problem()).get().asString().contains("less nesting");
  }

  @Test
  void keepsTheOrderAndWritesListsOfScalarsInOneLine() {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("z", List.of("a", 1));
    object.put("a", new ArrayList<>(List.of(Map.of(), List.of())));

    assertThat(JsonText.of(object))
        .isEqualTo(
            """
            {
              "z": ["a", 1],
              "a": [
                {},
                []
              ]
            }
            """);
  }
}
