package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.palantir.javapoet.ClassName;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The processor knows the runtime by names alone; here, where both are visible, each must exist.
 */
class ClassesTest {
  static List<ClassName> ofTheServer() {
    return Classes.OF_THE_SERVER;
  }

  @ParameterizedTest
  @MethodSource("ofTheServer")
  void existsInTheRuntime(ClassName name) {
    assertThatCode(() -> Class.forName(name.reflectionName(), false, getClass().getClassLoader()))
        .doesNotThrowAnyException();
  }
}
