package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Methods that come from interfaces elsewhere. */
class InheritanceTest {
  private static final String CLASS_PATH = System.getProperty("java.class.path");
  private static final String PARENT =
      "package lib; import io.tidings.sse.annotations.*; public interface Parent<T> {"
          + " @Topic(\"items/{id}\") void item(long id, T item); default void none() {} }";
  private static final String CHILD =
      "package app;\nimport io.tidings.sse.annotations.*;\n@SseStream(\"/items\")\n"
          + "interface Child extends lib.Parent<String> {}";

  @TempDir Path folder;

  @Test
  void readsParameterNamesFromAClassFileThatKeepsThem() {
    Project library = library("-parameters");

    assertThat(app(CHILD).compile("-cp", path(library))).isEmpty();
  }

  @Test
  void reportsParameterNamesThatAreLostOnTheStream() {
    Project library = library();

    assertThat(app(CHILD).compile("-cp", path(library)))
        .startsWith("ERROR 4 [SseParameterNamesLost]")
        .contains("Compile it with -parameters.");
  }

  @Test
  void reportsWhatIsWrongInAClassFileOnTheStream() {
    Project library = library("-parameters");
    String child = CHILD.replace("lib.Parent<String>", "lib.Parent<Void>");

    assertThat(app(child).compile("-cp", path(library))).startsWith("ERROR 4 [SsePayloadType]");
  }

  @Test
  void readsAMethodThatTwoInterfacesDeclareOnce() {
    Project app =
        app(
            "package app; import io.tidings.sse.annotations.*;",
            "@SseStream(\"/x\") interface Child extends A, B {}",
            "interface A { @Topic(\"x\") void x(String text); }",
            "interface B { @Topic(\"x\") void x(String text); }");

    assertThat(app.compile("-cp", CLASS_PATH)).isEmpty();
  }

  @Test
  void takesTheOverridingMethodForTheOverridden() {
    Project app =
        app(
            "package app; import io.tidings.sse.annotations.*;",
            "@SseStream(\"/x\") interface Child extends A {",
            "  @Override @Topic(\"mine\") void x(String text);",
            "  @Override default void y(String text) { x(text); }",
            "}",
            "interface A { @Topic(\"x\") void x(String text); @Topic(\"y\") void y(String text); }");

    assertThat(app.compile("-cp", CLASS_PATH)).isEmpty();
    assertThat(Streams.text(folder.resolve("app/classes/app/ChildTopic.java")))
        .contains("record Mine()")
        .doesNotContain("record X()", "record Y()");
  }

  @Test
  void waitsForATypeThatAnotherRoundWrites() {
    Project app =
        app(
            "package app; import io.tidings.sse.annotations.*;",
            "@SseStream(\"/x\") interface Child { @Topic(\"x\") void x(OtherTopic topic); }",
            "@SseStream(\"/y\") interface Other { @Topic(\"y\") void y(String text); }");

    assertThat(app.compile("-cp", CLASS_PATH)).isEmpty();
    assertThat(folder.resolve("app/classes/app/ChildPublisher.class")).exists();
  }

  @Test
  void leavesATypeThatDoesNotExistToJavac() {
    Project app =
        app(
            "package app; import io.tidings.sse.annotations.*;",
            "@SseStream(\"/x\") interface Child { @Topic(\"x\") void x(Nothing nothing); }");

    assertThat(app.compile("-cp", CLASS_PATH)).contains("cannot find symbol").doesNotContain("Sse");
  }

  private Project library(String... options) {
    Project library = new Project(folder.resolve("lib")).with("lib/Parent.java", PARENT);
    String[] all = new String[options.length + 2];
    System.arraycopy(options, 0, all, 0, options.length);
    all[options.length] = "-cp";
    all[options.length + 1] = CLASS_PATH;
    assertThat(library.compilePlainly(all)).isEmpty();
    return library;
  }

  private Project app(String... lines) {
    return new Project(folder.resolve("app")).with("app/Child.java", lines);
  }

  private static String path(Project library) {
    return CLASS_PATH + File.pathSeparator + library.classes();
  }
}
