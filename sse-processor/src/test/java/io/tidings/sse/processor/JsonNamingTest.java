package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonNamingTest {
  private static final Map<String, com.fasterxml.jackson.databind.PropertyNamingStrategy>
      JACKSON_2 =
          Map.of(
              "SnakeCaseStrategy",
              com.fasterxml.jackson.databind.PropertyNamingStrategies.SNAKE_CASE,
              "UpperSnakeCaseStrategy",
              com.fasterxml.jackson.databind.PropertyNamingStrategies.UPPER_SNAKE_CASE,
              "LowerCamelCaseStrategy",
              com.fasterxml.jackson.databind.PropertyNamingStrategies.LOWER_CAMEL_CASE,
              "UpperCamelCaseStrategy",
              com.fasterxml.jackson.databind.PropertyNamingStrategies.UPPER_CAMEL_CASE,
              "LowerCaseStrategy",
              com.fasterxml.jackson.databind.PropertyNamingStrategies.LOWER_CASE,
              "KebabCaseStrategy",
              com.fasterxml.jackson.databind.PropertyNamingStrategies.KEBAB_CASE,
              "LowerDotCaseStrategy",
              com.fasterxml.jackson.databind.PropertyNamingStrategies.LOWER_DOT_CASE);

  private static final Map<String, tools.jackson.databind.PropertyNamingStrategy> JACKSON_3 =
      Map.of(
          "SnakeCaseStrategy",
          tools.jackson.databind.PropertyNamingStrategies.SNAKE_CASE,
          "UpperSnakeCaseStrategy",
          tools.jackson.databind.PropertyNamingStrategies.UPPER_SNAKE_CASE,
          "LowerCamelCaseStrategy",
          tools.jackson.databind.PropertyNamingStrategies.LOWER_CAMEL_CASE,
          "UpperCamelCaseStrategy",
          tools.jackson.databind.PropertyNamingStrategies.UPPER_CAMEL_CASE,
          "LowerCaseStrategy",
          tools.jackson.databind.PropertyNamingStrategies.LOWER_CASE,
          "KebabCaseStrategy",
          tools.jackson.databind.PropertyNamingStrategies.KEBAB_CASE,
          "LowerDotCaseStrategy",
          tools.jackson.databind.PropertyNamingStrategies.LOWER_DOT_CASE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SnakeCaseStrategy",
        "UpperSnakeCaseStrategy",
        "LowerCamelCaseStrategy",
        "UpperCamelCaseStrategy",
        "LowerCaseStrategy",
        "KebabCaseStrategy",
        "LowerDotCaseStrategy"
      })
  void namesAsBothGenerationsOfJacksonDo(String strategy) {
    Random random = new Random(9);
    for (int round = 0; round < 5_000; round++) {
      String name = name(random);

      assertThat(named("com.fasterxml.jackson.databind", strategy, name))
          .as(name)
          .isEqualTo(JACKSON_2.get(strategy).nameForField(null, null, name));
      assertThat(named("tools.jackson.databind", strategy, name))
          .as(name)
          .isEqualTo(JACKSON_3.get(strategy).nameForField(null, null, name));
    }
  }

  @Test
  void knowsNoStrategyOfOthers() {
    assertThat(JsonNaming.of("a.PropertyNamingStrategies.SnakeCaseStrategy")).isEmpty();
    assertThat(JsonNaming.of("SnakeCaseStrategy")).isEmpty();
    assertThat(JsonNaming.of("tools.jackson.databind.PropertyNamingStrategies.Mine")).isEmpty();
  }

  private static String named(String home, String strategy, String name) {
    String type = home + ".PropertyNamingStrategies." + strategy;
    return JsonNaming.of(type).orElseThrow().apply(name);
  }

  private static String name(Random random) {
    StringBuilder name = new StringBuilder();
    for (int i = 1 + random.nextInt(8); i > 0; i--) {
      name.append("abcXYZ_1é$É".charAt(random.nextInt(11)));
    }
    return name.toString();
  }
}
