package io.tidings.sse.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventTest {

  @Test
  void writesItsFieldsInOneBlock() {
    Event event =
        Event.of("first\nsecond")
            .withType("note")
            .withId("e-7")
            .withRetry(Duration.ofSeconds(3))
            .withComment("hello");

    assertThat(event.toString())
        .isEqualTo(": hello\nevent: note\nid: e-7\nretry: 3000\ndata: first\ndata: second\n\n");
  }

  @Test
  void writesDataEvenWhenItIsEmptyBecauseWithoutItNoEventFires() {
    assertThat(Event.of("").toString()).isEqualTo("data: \n\n");
    assertThat(Event.of("\n").toString()).isEqualTo("data: \ndata: \n\n");
  }

  @Test
  void keepsLeadingSpacesOfAValue() {
    assertThat(Event.of("  x").toString()).isEqualTo("data:   x\n\n");
  }

  @Test
  void canBeACommentOrAnIdAlone() {
    assertThat(Event.ofComment("a\r\nb").toString()).isEqualTo(": a\n: b\n\n");
    assertThat(Event.empty().withId("e-1").toString()).isEqualTo("id: e-1\n\n");
    assertThat(Event.empty().withId("").toString()).isEqualTo("id: \n\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\rb", "a\nb", "a\r\nb", "a\u0000b", "\n", "\ud800", "x\udc00"})
  void refusesWhatDoesNotFitIntoOneLine(String text) {
    assertThatThrownBy(() -> Event.empty().withId(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("id must not contain")
        .hasMessageContaining("U+");
    assertThatThrownBy(() -> Event.of("").withType(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("event type must not contain");
  }

  @Test
  void refusesLoneSurrogatesEverywhere() {
    assertThatThrownBy(() -> Event.of("\ud83d")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Event.ofComment("\ude00x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Event.of("\ud83d\ude00").data()).isEqualTo("\ud83d\ude00");
  }

  @Test
  void refusesARetryThatIsNegativeOrLongerThanADay() {
    assertThatThrownBy(() -> Event.empty().withRetry(Duration.ofMillis(-1)))
        .hasMessage("retry must be from 0 to 1 day; was PT-0.001S");
    assertThatThrownBy(() -> Event.empty().withRetry(Duration.ofDays(1).plusMillis(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Event.empty().withRetry(Duration.ZERO).toString()).isEqualTo("retry: 0\n\n");
  }

  @Test
  void isEqualToAnEventWithTheSameFields() {
    assertThat(Event.of("a").withId("1")).isEqualTo(Event.of("a").withId("1"));
    assertThat(Event.of("a").withId("1")).hasSameHashCodeAs(Event.of("a").withId("1"));
    assertThat(Event.of("a")).isNotEqualTo(Event.of("b"));
  }
}
