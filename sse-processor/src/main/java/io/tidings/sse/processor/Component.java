package io.tidings.sse.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import java.util.List;

/** The container that makes publishers, as {@code -Asse.component} names it. */
enum Component {
  NONE("", ""),
  JAKARTA("jakarta.inject.Singleton", "jakarta.inject.Inject"),
  CDI("jakarta.enterprise.context.Dependent", "jakarta.inject.Inject"),
  SPRING(
      "org.springframework.stereotype.Component",
      "org.springframework.beans.factory.annotation.Autowired");

  private final String ofType;
  private final String ofConstructor;

  Component(String ofType, String ofConstructor) {
    this.ofType = ofType;
    this.ofConstructor = ofConstructor;
  }

  /** What stands on the publisher. */
  List<AnnotationSpec> ofType() {
    return annotations(ofType);
  }

  /** What stands on the constructor that takes the hub. */
  List<AnnotationSpec> ofConstructor() {
    return annotations(ofConstructor);
  }

  private static List<AnnotationSpec> annotations(String name) {
    return name.isEmpty()
        ? List.of()
        : List.of(AnnotationSpec.builder(ClassName.bestGuess(name)).build());
  }
}
