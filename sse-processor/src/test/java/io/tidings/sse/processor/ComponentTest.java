package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code -Asse.component} puts on the publisher. */
class ComponentTest {
  @ParameterizedTest
  @CsvSource({
    "jakarta, jakarta.inject.Singleton, jakarta.inject.Inject",
    "cdi, jakarta.enterprise.context.Dependent, jakarta.inject.Inject",
    "spring, org.springframework.stereotype.Component,"
        + " org.springframework.beans.factory.annotation.Autowired",
  })
  void marksThePublisherForTheContainer(String component, String onType, String onConstructor) {
    Compilation compilation =
        Streams.compile(
            List.of("-Asse.component=" + component),
            Streams.resource("good/Markets"),
            annotation(onType),
            annotation(onConstructor));

    assertThat(compilation).succeeded();
    String publisher = publisher(compilation);
    assertThat(publisher).contains("@" + simple(onType) + "\npublic final class MarketsPublisher");
    assertThat(publisher).contains("@" + simple(onConstructor) + "\n  public MarketsPublisher(Hub");
  }

  private static String publisher(Compilation compilation) {
    return compilation.generatedSourceFiles().stream()
        .filter(file -> file.getName().endsWith("MarketsPublisher.java"))
        .map(Streams::text)
        .findFirst()
        .orElseThrow();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  private static JavaFileObject annotation(String name) {
    String packageName = name.substring(0, name.lastIndexOf('.'));
    return Streams.source(
        name, "package " + packageName + ";", "public @interface " + simple(name) + " {}");
  }
}
