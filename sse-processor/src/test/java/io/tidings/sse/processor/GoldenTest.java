package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.JavaFileObjects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code GOLDEN_ROOT=src/test/resources mvn test} rewrites the expected files. */
class GoldenTest {
  private static final Optional<Path> GOLDEN_ROOT =
      Optional.ofNullable(System.getenv("GOLDEN_ROOT")).map(Path::of);

  private static Compilation all;

  static List<String> good() {
    return Streams.resources("good");
  }

  private static Compilation compileAll() {
    return Streams.compile(good().stream().map(Streams::resource).toArray(JavaFileObject[]::new));
  }

  @BeforeAll
  static void compilesAll() {
    all = compileAll();
  }

  @ParameterizedTest
  @MethodSource("good")
  void generatesWhatIsExpected(String name) throws IOException {
    Compilation compilation = Streams.compileStrictly(Streams.resource(name));

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation.generatedSourceFiles()).hasSizeGreaterThanOrEqualTo(3);
    for (JavaFileObject generated : compilation.generatedSourceFiles()) {
      String file = Path.of(generated.getName()).getFileName().toString();
      if (GOLDEN_ROOT.isPresent()) {
        Files.writeString(GOLDEN_ROOT.get().resolve("expected/" + file), Streams.text(generated));
      } else {
        String generatedName = "good." + file.replace(".java", "");
        assertThat(compilation)
            .generatedSourceFile(generatedName)
            .hasSourceEquivalentTo(
                JavaFileObjects.forSourceString(
                    generatedName, Streams.text(Streams.file("expected/" + file))));
      }
    }
  }

  @Test
  void leavesNoExpectedFileBehind() {
    assertThat(
            all.generatedSourceFiles().stream()
                .map(file -> Path.of(file.getName()).getFileName().toString()))
        .containsExactlyInAnyOrderElementsOf(
            Streams.resources("expected").stream()
                .map(name -> name.replace("expected/", "") + ".java")
                .toList());
  }

  @Test
  void givesTheSameBytesForTheSameSource() {
    List<String> first = all.generatedFiles().stream().map(this::print).toList();
    List<String> second = compileAll().generatedFiles().stream().map(this::print).toList();

    assertThat(first).isEqualTo(second);
  }

  private String print(JavaFileObject file) {
    try {
      return file.getName() + "\n" + new String(file.openInputStream().readAllBytes(), ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void writesOneStatementAMethodButForPrivateLoops() {
    assertThat(all.generatedSourceFiles())
        .isNotEmpty()
        .allSatisfy(
            file ->
                assertThat(Statements.mostInOneMethod(file))
                    .as(file.getName())
                    .isLessThanOrEqualTo(1));
  }
}
