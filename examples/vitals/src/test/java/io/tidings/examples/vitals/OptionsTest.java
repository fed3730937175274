package io.tidings.examples.vitals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void listensOnPort8080OfThisMachineOnlyUnlessToldOtherwise() {
    assertThat(parse()).isEqualTo(new Options("localhost", 8080));
  }

  @Test
  void takesThePortFromTheCommandLineInBothSpellings() {
    assertThat(parse("--port", "9000").port()).isEqualTo(9000);
    assertThat(parse("--port=9001").port()).isEqualTo(9001);
  }

  @Test
  void takesThePortFromTheEnvironment() {
    assertThat(Options.parse(List.of(), Map.of("PORT", " 9002 ")).port()).isEqualTo(9002);
  }

  @Test
  void prefersTheCommandLineToTheEnvironment() {
    Options options = Options.parse(List.of("--port", "9000"), Map.of("PORT", "9002"));

    assertThat(options.port()).isEqualTo(9000);
  }

  @Test
  void treatsAnEmptyVariableAsNone() {
    assertThat(Options.parse(List.of(), Map.of("PORT", "")).port()).isEqualTo(8080);
  }

  @Test
  void takesTheHost() {
    assertThat(parse("--host", "0.0.0.0")).isEqualTo(new Options("0.0.0.0", 8080));
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "-1", "65536", "99999999999", "80 80", "", "8080x", "٨"})
  void refusesAPortThatIsNone(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--port", text))
        .withMessage("port must be a number from 0 to 65535; was " + text);
  }

  @Test
  void refusesAWordItDoesNotKnow() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--prot", "9000"))
        .withMessage("argument must be --port N or --host NAME; was --prot");
  }

  @Test
  void refusesANameWithoutItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> parse("--port"))
        .withMessage("argument must be followed by its value; was --port");
  }

  @Test
  void suggestsAPortThatExists() {
    assertThat(new Options("localhost", 8080).otherPort()).isEqualTo(8081);
    assertThat(new Options("localhost", 65_535).otherPort()).isEqualTo(65_534);
  }

  private static Options parse(String... words) {
    return Options.parse(List.of(words), Map.of());
  }
}
