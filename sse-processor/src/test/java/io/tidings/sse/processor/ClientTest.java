package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the Java client is generated, on the class path and on the module path. */
class ClientTest {
  private static final String ANNOTATIONS = Project.classPath("sse-annotations");
  private static final String CLIENT = Project.classPath("sse-annotations", "sse-client");

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void writesAStream() {
    project =
        new Project(folder)
            .with(
                "p/Markets.java",
                "package p;",
                "import io.tidings.sse.annotations.*;",
                "@SseStream(\"/markets\")",
                "public interface Markets {",
                "  @Topic(\"alerts\") void alert(String alert);",
                "}");
  }

  @Test
  void generatesAClientThatNeedsNoRuntime() {
    assertThat(project.compile("-cp", CLIENT, "-Xlint:all,-processing", "-Werror")).isEmpty();

    assertThat(written())
        .containsExactly("Markets.java", "MarketsClient.java", "MarketsTopic.java");
  }

  @Test
  void obeysWhenTheClientIsSwitchedOff() {
    assertThat(project.compile("-cp", CLIENT, "-Asse.client=off")).isEmpty();

    assertThat(written()).containsExactly("Markets.java", "MarketsTopic.java");
  }

  @Test
  void generatesTheClientThatIsWanted() {
    assertThat(project.compile("-cp", CLIENT, "-Asse.client=on")).isEmpty();

    assertThat(written()).contains("MarketsClient.java");
  }

  @Test
  void reportsAClientThatIsWantedWithoutItsLibrary() {
    assertThat(project.compile("-cp", ANNOTATIONS, "-Asse.client=on"))
        .contains("ERROR 4 [SseClientMissing]")
        .contains("Found: no io.tidings.sse.client.TypedClient for the class path.");
  }

  @Test
  void generatesAClientInAModuleThatReadsTheLibrary() {
    project.with("module-info.java", module("requires transitive io.tidings.sse.client;"));

    assertThat(compileModule("-Xlint:all,-processing", "-Werror")).isEmpty();

    assertThat(written()).contains("MarketsClient.java");
  }

  @Test
  void generatesNoneInAModuleThatDoesNotReadTheLibrary() {
    project.with("module-info.java", module(""));

    assertThat(compileModule("--add-modules", "io.tidings.sse.client")).isEmpty();

    assertThat(written()).containsExactly("Markets.java", "MarketsTopic.java");
  }

  @Test
  void reportsANameThatIsTaken() {
    project.with("p/MarketsClient.java", "package p;", "class MarketsClient {}");

    assertThat(project.compile("-cp", CLIENT)).contains("ERROR 4 [SseGeneratedNameTaken]");
    assertThat(project.compile("-cp", CLIENT, "-Asse.client=off")).isEmpty();
  }

  /** Without the class path of the test, where stand-ins of the runtime are. */
  private String compileModule(String... options) {
    Stream<String> paths = Stream.of("-cp", folder.toString(), "--module-path", CLIENT);
    return project.compile(Stream.concat(paths, Stream.of(options)).toArray(String[]::new));
  }

  private static String module(String directive) {
    return "module app { requires static transitive io.tidings.sse.annotations; exports p; "
        + directive
        + " }";
  }

  /** The sources and the generated sources of the package. */
  private Stream<String> written() {
    return Stream.of(folder.resolve("src/p"), project.classes().resolve("p"))
        .map(Path::toFile)
        .flatMap(one -> Stream.of(one.list()))
        .filter(name -> name.endsWith(".java"))
        .sorted();
  }
}
