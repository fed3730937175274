package io.tidings.sse.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {

  @Test
  void readsWhatItHasWritten() {
    for (long sequence : new long[] {0, 1, 9, 10, 1234567890123L, Long.MAX_VALUE}) {
      EventId id = new EventId("a-b", sequence);

      assertThat(EventId.parse(id.toString())).contains(id);
    }
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        "-",
        "a",
        "a-",
        "-1",
        "a-01",
        "a--1",
        "a-1 ",
        " a-1",
        "a-1x",
        "a-9223372036854775808",
        "a-99999999999999999999",
        "a\n-1",
        "a-1\r\nset-cookie: x",
        "é-1",
        "a-\u0661",
        "a-+1"
      })
  void takesNothingElse(String text) {
    // "a--1" has the epoch "a-", as an id of that epoch would have.
    assertThat(EventId.parse(text).map(EventId::toString).orElse(text)).isEqualTo(text);
    assertThat(EventId.parse(text).isPresent()).isEqualTo("a--1".equals(text));
  }

  @Test
  void takesNoTextThatIsTooLong() {
    assertThat(EventId.parse("e".repeat(127) + "-1")).isEmpty();
    assertThat(EventId.parse("e".repeat(65_536))).isEmpty();
    assertThat(EventId.parse("e".repeat(108) + "-" + Long.MAX_VALUE)).isPresent();
  }

  @Test
  void neverThrowsForAnyText() {
    Random random = new Random(7);
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      random.ints(random.nextInt(40), '!', '\u0100').forEach(text::appendCodePoint);
      text.append('-').append(random.nextInt());

      EventId.parse(text.toString())
          .ifPresent(id -> assertThat(id.toString()).isEqualTo(text.toString()));
    }
  }

  @Test
  void cannotBeMadeWrong() {
    assertThatThrownBy(() -> new EventId("", 1)).hasMessageContaining("epoch must be");
    assertThatThrownBy(() -> new EventId("a b", 1)).hasMessageContaining("was a b");
    assertThatThrownBy(() -> new EventId("e".repeat(109), 1)).hasMessageContaining("108");
    assertThatThrownBy(() -> new EventId("a", -1))
        .hasMessage("sequence must not be negative; was -1");
  }
}
