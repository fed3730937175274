package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import org.junit.jupiter.api.Test;

class LintsTest {

  @Test
  void generatedCodeWarnsOfNothingThatTheUserHasSilenced() {
    assertThat(
            Streams.compileStrictly(
                Streams.source(
                    "a.S",
                    "package a;",
                    "import io.tidings.sse.annotations.*;",
                    "import java.util.List;",
                    "@SseStream(\"/a\") interface S {",
                    "  @SuppressWarnings(\"unchecked\")",
                    "  @Topic(\"lists\") void lists(List<String>... lists);",
                    "  @Deprecated @Topic(\"old\") @Poll void old(List<S.Old> payload);",
                    "  @Deprecated class Old {}",
                    "}")))
        .succeededWithoutWarnings();
  }
}
