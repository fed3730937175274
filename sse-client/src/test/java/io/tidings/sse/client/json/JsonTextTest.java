package io.tidings.sse.client.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class JsonTextTest {

  @Test
  void readsObjects() {
    assertThat(JsonText.object(" {\"a\" : [1, -2.5e3, true ,null], \"b\":{\"c\":\"\\u00e4\\n\"}} "))
        .get()
        .satisfies(
            members -> {
              assertThat(members.get("a")).isEqualTo(Arrays.asList("1", "-2.5e3", true, null));
              assertThat(members.get("b")).hasToString("{c=ä\n}");
            });
  }

  @Test
  void tellsJsonFromOtherText() {
    for (String json : List.of("0", "-1.5E+2", "\"\"", "[]", "{}", " [ [ ] , { } ] ", "false")) {
      assertThat(JsonText.isJson(json)).as(json).isTrue();
    }
    for (String other :
        List.of(
            "",
            " ",
            "01",
            "1.",
            "+1",
            "tru",
            "\"",
            "\"\\x\"",
            "\"\\u12g4\"",
            "\"\n\"",
            "[1,]",
            "[,1]",
            "{\"a\"}",
            "{\"a\":}",
            "{a:1}",
            "{\"a\":1,}",
            "[1 2]",
            "{} {}",
            "[",
            "nullx",
            "'a'")) {
      assertThat(JsonText.isJson(other)).as(other).isFalse();
    }
  }

  @Test
  void survivesDepth() {
    assertThat(JsonText.isJson("[".repeat(100_000))).isFalse();
    assertThat(JsonText.isJson("[".repeat(90) + "]".repeat(90))).isTrue();
  }

  @Test
  void quotesWhatItReadsBack() {
    String text = "\" \\ \n\r\t\0 ä € 😀 \u007F";

    assertThat(JsonText.object("{\"a\":" + JsonText.quote(text) + "}"))
        .get()
        .satisfies(members -> assertThat(members.get("a")).isEqualTo(text));
  }
}
