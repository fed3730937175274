package io.tidings.sse.client;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Finds a JSON library. Each codec's class is loaded only when its library is there. */
final class ClassPathCodec {

  /** A library by the class that shows it is there, and how its codec is made. */
  private record Library(String className, Supplier<PayloadCodec> codec) {}

  private static final List<Library> LIBRARIES =
      List.of(
          new Library("com.fasterxml.jackson.databind.json.JsonMapper", PayloadCodec::jackson2),
          new Library("tools.jackson.databind.json.JsonMapper", PayloadCodec::jackson3),
          new Library("jakarta.json.bind.Jsonb", PayloadCodec::jsonb));

  private ClassPathCodec() {}

  static PayloadCodec get(ClassLoader loader) {
    return LIBRARIES.stream()
        .flatMap(library -> made(library, loader).stream())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "payloads must have a JSON library; was none. Add jackson-databind or JSON-B to"
                        + " the class path, or choose a codec: ClientSettings.withCodec(...)"));
  }

  private static Optional<PayloadCodec> made(Library library, ClassLoader loader) {
    try {
      Class.forName(library.className(), false, loader);
      return Optional.of(library.codec().get());
    } catch (ClassNotFoundException | RuntimeException | LinkageError e) {
      return Optional.empty(); // JSON-B's API without an implementation, or half a library
    }
  }
}
