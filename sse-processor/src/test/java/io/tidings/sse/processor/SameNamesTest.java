package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

class SameNamesTest {

  private static JavaFileObject markets(String packageName) {
    return Streams.source(
        packageName + ".Markets",
        "package " + packageName + ";",
        "@io.tidings.sse.annotations.SseStream(\"/" + packageName + "\")",
        "public interface Markets {",
        "  @io.tidings.sse.annotations.Topic(\"alerts\") void alert(String text);",
        "}");
  }

  private static List<String> documents(Compilation compilation) {
    return compilation.generatedFiles().stream()
        .map(JavaFileObject::getName)
        .filter(name -> name.contains("META-INF/sse/"))
        .map(name -> name.replaceFirst(".*META-INF/sse/", ""))
        .sorted()
        .toList();
  }

  @Test
  void documentsOfStreamsThatOnlyPackagesTellApartCarryThePackage() {
    Compilation compilation = Streams.compileStrictly(markets("a"), markets("b"));

    assertThat(compilation).succeededWithoutWarnings();
    assertThat(documents(compilation))
        .containsExactly(
            "a.Markets.asyncapi.json", "a.Markets.ts", "b.Markets.asyncapi.json", "b.Markets.ts");
  }

  @Test
  void documentsOfOtherStreamsCarryTheNameAlone() {
    Compilation compilation = Streams.compileStrictly(markets("a"));

    assertThat(documents(compilation)).containsExactly("Markets.asyncapi.json", "Markets.ts");
  }

  @Test
  void aNestedStreamWhoseClassesAreThoseOfAnotherIsToldSoOnce() {
    Compilation compilation =
        Streams.compile(
            Streams.source(
                "a.Shop",
                "package a;",
                "import io.tidings.sse.annotations.*;",
                "class Shop {",
                "  @SseStream(\"/a\") interface Orders { @Topic(\"a\") void a(String text); }",
                "}"),
            Streams.source(
                "a.Shop_Orders",
                "package a;",
                "import io.tidings.sse.annotations.*;",
                "@SseStream(\"/b\") interface Shop_Orders { @Topic(\"b\") void b(String text); }"));

    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("[SseGeneratedNameTaken]");
  }
}
