package io.tidings.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessageTest {

  @Test
  void isReadAsItWasWritten() {
    Message message = Message.of("publish").with("rate", 50).with("reason", "99 % of_all %20");

    Message read = Message.parse(message.toString());

    assertThat(message).hasToString("publish rate=50 reason=99%20%25%20of_all%20%2520");
    assertThat(read).isEqualTo(message);
    assertThat(read.number("rate")).isEqualTo(50);
  }

  @Test
  void saysWhichFieldIsMissing() {
    assertThatThrownBy(() -> Message.of("publish").text("rate"))
        .hasMessage("message must have field rate; was publish");
  }

  @Test
  void takesAValueForAFieldThatMayBeMissing() {
    assertThat(Message.of("open").number("stuck", 1)).isEqualTo(1);
  }

  @Test
  void refusesAWordThatIsNoField() {
    assertThatThrownBy(() -> Message.parse("open port"))
        .hasMessage("field must be name=value; was port");
  }
}
