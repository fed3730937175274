package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When the server's half is generated, on the class path and on the module path. */
class ServerTest {
  private static final String ANNOTATIONS = Project.classPath("sse-annotations");
  private static final String REST = Project.classPath("jakarta.ws.rs-api");
  private static final String EVERYTHING = System.getProperty("java.class.path");
  private static final String[] STREAM = {
    "package p;",
    "import io.tidings.sse.annotations.*;",
    "@SseStream(\"/markets\")",
    "public interface Markets {",
    "  @Topic(\"alerts\") void alert(String alert);",
    "}"
  };

  @TempDir Path folder;
  private Project project;

  @BeforeEach
  void writesAStream() {
    project = new Project(folder).with("p/Markets.java", STREAM);
  }

  @Test
  void generatesTopicsAloneWithoutARuntime() {
    assertThat(project.compile("-cp", ANNOTATIONS)).isEmpty();

    assertThat(written()).containsExactly("Markets.java", "MarketsTopic.java");
  }

  @Test
  void generatesBothHalvesWithARuntime() {
    assertThat(project.compile("-cp", EVERYTHING)).isEmpty();

    assertThat(written())
        .containsExactly(
            "Markets.java",
            "MarketsClient.java",
            "MarketsPublisher.java",
            "MarketsResource.java",
            "MarketsTopic.java");
    assertThat(index()).hasContent("p.MarketsResource");
  }

  @Test
  void obeysWhenTheServerIsSwitchedOff() {
    assertThat(project.compile("-cp", EVERYTHING, "-Asse.server=off")).isEmpty();

    assertThat(written())
        .containsExactly("Markets.java", "MarketsClient.java", "MarketsTopic.java");
    assertThat(index()).doesNotExist();
  }

  @Test
  void reportsAServerThatIsWantedWithoutARuntime() {
    assertThat(project.compile("-cp", ANNOTATIONS, "-Asse.server=on"))
        .contains("ERROR 4 [SseServerMissing]")
        .contains("Found: no io.tidings.sse.hub.Hub for the class path.");
  }

  @Test
  void writesNoIndexWhenItIsSwitchedOff() {
    assertThat(project.compile("-cp", EVERYTHING, "-Asse.index=off")).isEmpty();

    assertThat(index()).doesNotExist();
  }

  @Test
  void keepsTheIndexOfWhatAPartialBuildDidNotSee() {
    project.with(
        "p/Other.java",
        String.join("\n", STREAM).replace("Markets", "Other").replace("/markets", "/other"));
    String[] options = {"-cp", EVERYTHING + File.pathSeparator + project.classes()};
    assertThat(project.compile(options)).isEmpty();

    assertThat(project.compileOnly("p/Other.java", options)).isEmpty();

    assertThat(index()).hasContent("p.MarketsResource\np.OtherResource");
  }

  @Test
  void compilesAModuleThatOpensItsPackage() throws IOException {
    project.with("module-info.java", module("exports p;", "requires io.tidings.sse.runtime;"));

    assertThat(project.compile("--module-path", modules(), "-Xlint:all,-processing", "-Werror"))
        .isEmpty();

    assertThat(index()).hasContent("p.MarketsResource");
  }

  @Test
  void hintsAtAPackageThatTheRuntimeCannotReach() throws IOException {
    project.with("module-info.java", module("", "requires io.tidings.sse.runtime;"));

    assertThat(project.compile("--module-path", modules()))
        .contains("WARNING 4 [SsePackageClosed] package p must be open to the runtime.")
        .contains("module app neither exports nor opens it. Add `opens p;`");
  }

  @Test
  void hintsAtARuntimeThatTheModuleDoesNotRead() throws IOException {
    project.with("module-info.java", module("exports p;", ""));
    String[] options = {"--module-path", modules(), "--add-modules", "io.tidings.sse.runtime"};

    assertThat(project.compile(options))
        .contains("WARNING 4 [SseServerUnreadable] module app must read the runtime.");
    assertThat(written()).containsExactly("Markets.java", "MarketsTopic.java");
  }

  @Test
  void worksInTheUnnamedPackage() {
    Project unnamed = new Project(folder.resolve("unnamed"));
    String[] lines = STREAM.clone();
    lines[0] = "";
    unnamed.with("Markets.java", lines);

    assertThat(unnamed.compile("-cp", EVERYTHING)).isEmpty();

    assertThat(unnamed.classes().resolve("MarketsPublisher.class")).exists();
    assertThat(unnamed.classes().resolve("META-INF/services/io.tidings.sse.jaxrs.SseResource"))
        .hasContent("MarketsResource");
  }

  private static String module(String... directives) {
    return "module app { requires static transitive io.tidings.sse.annotations; "
        + String.join(" ", directives)
        + " }";
  }

  /** A module path with the annotations, Jakarta REST and the stand-ins as a module. */
  private String modules() throws IOException {
    Path runtime = folder.resolve("runtime");
    for (String part : new String[] {"hub", "jaxrs"}) {
      copy(Streams.file("io/tidings/sse/" + part), runtime, "io/tidings/sse/" + part);
    }
    Project module = new Project(folder.resolve("runtime-module"));
    module.with(
        "module-info.java",
        "module io.tidings.sse.runtime {",
        "  requires transitive jakarta.ws.rs;",
        "  exports io.tidings.sse.hub; exports io.tidings.sse.jaxrs;",
        "}");
    String said =
        module.compilePlainly(
            "--module-path", REST, "--patch-module", "io.tidings.sse.runtime=" + runtime);
    assertThat(said).isEmpty();
    copy(module.classes(), runtime, "");
    return String.join(File.pathSeparator, ANNOTATIONS, REST, runtime.toString());
  }

  private static void copy(Path from, Path to, String below) throws IOException {
    Path target = to.resolve(below);
    Files.createDirectories(target);
    try (Stream<Path> files = Files.list(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.copy(file, target.resolve(file.getFileName()));
      }
    }
  }

  private Path index() {
    return project.classes().resolve("META-INF/services/io.tidings.sse.jaxrs.SseResource");
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
