package io.tidings.sse.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class KeyWindowTest {

  private final KeyWindow keys = new KeyWindow(3);

  @Test
  void knowsAKeyOfOneTopicOnce() {
    assertThat(keys.add("a", "k")).isTrue();
    assertThat(keys.add("a", "k")).isFalse();
    assertThat(keys.add("b", "k")).isTrue();
    assertThat(keys.has("a", "k")).isTrue();
    assertThat(keys.has("c", "k")).isFalse();
  }

  @Test
  void knowsAsManyAsItIsToldAndForgetsTheOldestFirst() {
    IntStream.range(0, 4).forEach(i -> keys.add("a", "k" + i));

    assertThat(IntStream.range(0, 4).filter(i -> keys.has("a", "k" + i))).containsExactly(1, 2, 3);
  }

  @Test
  void isNotKeptYoungByARepetition() {
    IntStream.range(0, 3).forEach(i -> keys.add("a", "k" + i));
    keys.add("a", "k0");
    keys.add("a", "k3");

    assertThat(keys.has("a", "k0")).isFalse();
  }
}
