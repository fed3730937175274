package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** The documents that a compilation has written. */
final class Generated {
  private static final class Exchange {
    static final Compilation COMPILATION = Streams.compile(Streams.resource("documents/Exchange"));
  }

  private Generated() {}

  /** The richest stream that we have, compiled once. */
  static Compilation exchange() {
    assertThat(Exchange.COMPILATION).succeededWithoutWarnings();
    return Exchange.COMPILATION;
  }

  static String text(Compilation compilation, String name) {
    JavaFileObject file =
        compilation
            .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/sse/" + name)
            .orElseThrow(() -> new AssertionError(name + " in " + compilation.diagnostics()));
    try (var in = file.openInputStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The AsyncAPI document of a stream, as maps and lists. */
  static Map<?, ?> document(Compilation compilation, String stem) {
    String text = text(compilation, stem + ".asyncapi.json");
    return (Map<?, ?>) Objects.requireNonNull(JsonParser.parse(text).value());
  }

  /** One schema of the document. */
  static Map<?, ?> schema(Compilation compilation, String stem, String name) {
    return DocumentView.map(
        DocumentView.map(DocumentView.map(document(compilation, stem), "components"), "schemas"),
        name);
  }

  /** A stream with one event whose payload is {@code Payload}, which the lines declare. */
  static Compilation payload(List<String> options, String... lines) {
    return Streams.compile(options, source(lines));
  }

  static JavaFileObject source(String... lines) {
    return Streams.source(
        "a.Feed",
        """
        package a;

        import com.fasterxml.jackson.annotation.*;
        import com.fasterxml.jackson.databind.annotation.*;
        import io.tidings.sse.annotations.*;
        import jakarta.json.bind.annotation.*;
        import java.util.*;
        import org.jspecify.annotations.*;

        @NullMarked
        @SseStream("/feed")
        interface Feed {
          @Topic("t")
          void event(Payload payload);

          %s
        }
        """
            .formatted(String.join("\n  ", lines)));
  }
}
