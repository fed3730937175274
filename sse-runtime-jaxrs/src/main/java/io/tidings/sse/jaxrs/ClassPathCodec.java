package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.PayloadCodec;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A JSON library of the class path, with its own defaults. */
final class ClassPathCodec {

  /** A library by the class that shows it is there, and how its codec is made. */
  private record Library(String className, Supplier<PayloadCodec> codec) {}

  // Lambdas, so that each codec's class is loaded only when its library is there.
  private static final List<Library> LIBRARIES =
      List.of(
          new Library(
              "com.fasterxml.jackson.databind.json.JsonMapper", () -> JacksonCodec.create()),
          new Library("tools.jackson.databind.json.JsonMapper", () -> Jackson3Codec.create()),
          new Library("jakarta.json.bind.Jsonb", () -> JsonbCodec.create()));

  private ClassPathCodec() {}

  /** The first library that works. */
  static PayloadCodec get() {
    return Found.CODEC.orElseThrow(
        () ->
            new IllegalStateException(
                "payloads must have a JSON writer; was none. Add jersey-media-json-jackson or"
                    + " jersey-media-json-binding to the class path, or give the hub a codec:"
                    + " Hub.builder().codec(...)"));
  }

  private static Optional<PayloadCodec> find() {
    return LIBRARIES.stream().flatMap(library -> made(library).stream()).findFirst();
  }

  private static Optional<PayloadCodec> made(Library library) {
    if (!ClassPath.has(library.className())) {
      return Optional.empty();
    }
    try {
      return Optional.of(library.codec().get());
    } catch (RuntimeException | LinkageError e) {
      return Optional.empty(); // JSON-B's API without an implementation, or half a library
    }
  }

  /** Looks once, when first asked for. */
  private static final class Found {
    static final Optional<PayloadCodec> CODEC = find();
  }
}
