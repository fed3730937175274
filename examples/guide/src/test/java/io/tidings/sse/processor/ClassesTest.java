package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThatCode;

import com.palantir.javapoet.ClassName;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The processor knows both ends by names alone; here, where they are visible, each must exist. */
class ClassesTest {
  static List<ClassName> ofBothEnds() {
    List<ClassName> names = new ArrayList<>(Classes.OF_THE_SERVER);
    names.addAll(Classes.OF_THE_CLIENT);
    return names;
  }

  @ParameterizedTest
  @MethodSource("ofBothEnds")
  void exists(ClassName name) {
    assertThatCode(() -> Class.forName(name.reflectionName(), false, getClass().getClassLoader()))
        .doesNotThrowAnyException();
  }
}
