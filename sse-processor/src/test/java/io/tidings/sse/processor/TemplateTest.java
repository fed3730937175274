package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.processor.Template.Literal;
import io.tidings.sse.processor.Template.Slot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TemplateTest {
  private final List<String> problems = new ArrayList<>();

  @Test
  void knowsItsSegmentsAndItsQuery() {
    Template template = parse("/devices/{id}/state{?site,kind}");

    assertThat(template.segments())
        .containsExactly(new Literal("devices"), new Slot("id"), new Literal("state"));
    assertThat(template.query()).containsExactly("kind", "site");
    assertThat(template.variables()).containsExactly("id", "kind", "site");
    assertThat(template).hasToString("devices/{id}/state{?kind,site}");
    assertThat(template.path()).isEqualTo("devices/{id}/state");
  }

  @Test
  void isTheSameInWhateverOrderTheQueryStands() {
    assertThat(parse("a{?x,y}")).isEqualTo(parse("/a{?y,x}"));
  }

  @Test
  void saysWhatIsWrongWithIt() {
    for (String wrong : List.of("a//b", "a/", "{a", "a}", "{}", "{a b}", "x{y}", "a{?}", "ä")) {
      assertThat(Template.parse(wrong, problems::add)).as(wrong).isEmpty();
    }

    assertThat(problems)
        .contains(
            "an empty segment",
            "the segment `{a`",
            "the variable `a b`, which is no Java identifier,")
        .hasSize(9);
  }

  @Test
  void overlapsWhereSomePathFitsBoth() {
    assertThat(parse("{k}/live").overlaps(parse("y/{b}"))).isTrue();
    assertThat(parse("x/live").overlaps(parse("y/{b}"))).isFalse();
    assertThat(parse("x").overlaps(parse("x/{b}"))).isFalse();
    assertThat(parse("x{?a}").overlaps(parse("x{?b}"))).isTrue();
  }

  @Test
  void fitsTheBeginningOfALongerOne() {
    Template topic = parse("prices/{symbol}").below(parse("/markets"));

    assertThat(topic).hasToString("markets/prices/{symbol}");
    assertThat(parse("markets/prices").fitsBeginningOf(topic)).isTrue();
    assertThat(parse("markets/news").fitsBeginningOf(topic)).isFalse();
    assertThat(parse("markets/prices/x/y").fitsBeginningOf(topic)).isFalse();
  }

  private Template parse(String text) {
    return Template.parse(text, problems::add).orElseThrow();
  }
}
