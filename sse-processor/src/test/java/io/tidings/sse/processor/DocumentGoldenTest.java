package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code GOLDEN_ROOT=src/test/resources mvn test} rewrites the expected files. */
class DocumentGoldenTest {
  private static final Optional<Path> GOLDEN_ROOT =
      Optional.ofNullable(System.getenv("GOLDEN_ROOT")).map(Path::of);

  @ParameterizedTest
  @ValueSource(strings = {"Exchange.ts", "Exchange.asyncapi.json"})
  void writesWhatIsExpected(String name) throws IOException {
    String written = Generated.text(Generated.exchange(), name);

    if (GOLDEN_ROOT.isPresent()) {
      Files.writeString(GOLDEN_ROOT.get().resolve("documents/" + name), written);
    } else {
      assertThat(written).isEqualTo(Streams.text(Streams.file("documents/" + name)));
    }
  }

  @Test
  void writesTheSameBytesForTheSameSource() {
    Compilation first = Generated.exchange();
    Compilation second = Streams.compile(Streams.resource("documents/Exchange"));

    assertThat(Generated.text(first, "Exchange.ts"))
        .isEqualTo(Generated.text(second, "Exchange.ts"));
    assertThat(Generated.text(first, "Exchange.asyncapi.json"))
        .isEqualTo(Generated.text(second, "Exchange.asyncapi.json"));
  }

  @Test
  void writesNeitherWhenBothAreOff() {
    Compilation compilation =
        Streams.compile(
            List.of("-Asse.typescript=off", "-Asse.asyncapi=off"),
            Streams.resource("documents/Exchange"));

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(compilation.generatedFiles().stream().map(file -> file.getName()))
        .noneMatch(name -> name.contains("META-INF/sse/"));
  }

  @Test
  void namesTheFilesOfANestedInterfaceAfterAllThatIsAroundIt() {
    Compilation compilation =
        Streams.compile(
            Streams.source(
                "a.Shop",
                "package a;",
                "import io.tidings.sse.annotations.*;",
                "class Shop {",
                "  @SseStream(\"/orders\") interface Orders {",
                "    @Topic(\"open\") void open(String text);",
                "  }",
                "}"));

    assertThat(Generated.text(compilation, "Shop_Orders.ts")).contains("class Shop_OrdersClient");
    assertThat(Generated.text(compilation, "Shop_Orders.asyncapi.json"))
        .contains("\"x-sse-interface\": \"a.Shop.Orders\"");
  }
}
