package io.tidings.sse.processor;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One stream as a TypeScript module: types of the payloads, and a client over EventSource. */
final class TypeScriptDocument {
  /** The part that is the same for all streams. */
  private static final String CONNECTION = resource("connection.ts");

  /** Functions of which a stream needs some. */
  private static final List<String> HELPERS =
      List.of(resource("helpers.ts").split("\n\n(?=/\\*\\*)", -1));

  private static final Pattern FUNCTION = Pattern.compile("function (\\w+)");

  private final ContractModel contract;
  private final StreamModel stream;
  private final List<TypeScriptTopic> topics;

  private TypeScriptDocument(ContractModel contract) {
    this.contract = contract;
    this.stream = contract.stream();
    this.topics = contract.topics().stream().map(one -> new TypeScriptTopic(stream, one)).toList();
  }

  static String of(ContractModel contract) {
    TypeScriptDocument document = new TypeScriptDocument(contract);
    String types =
        contract.schemas().stream()
            .map(one -> "\n" + TypeScriptTypes.of(one))
            .collect(Collectors.joining());
    String own =
        document.head() + types + document.handlers() + document.topics() + document.client();
    return own + CONNECTION + helpers(own);
  }

  /** Compilers can be told to refuse functions that nobody calls. */
  private static String helpers(String caller) {
    return HELPERS.stream()
        .filter(
            helper -> {
              Matcher name = FUNCTION.matcher(helper);
              return name.find() && caller.contains(name.group(1));
            })
        .map(helper -> "\n" + helper.strip() + "\n")
        .collect(Collectors.joining());
  }

  private String head() {
    return "// Written by Tidings from %s. Changes are lost with the next build.\n"
        .formatted(stream.origin().getQualifiedName());
  }

  private String handlers() {
    return topics.stream().map(one -> "\n" + one.handlers()).collect(Collectors.joining());
  }

  private String topics() {
    return """

    /** A topic of `%2$s` and what to do about its events. */
    export interface %1$s extends SseTopic {
      readonly stream: %3$s;
    }

    /** The topics of `%2$s`, for several of them over one connection. */
    export const %1$s = {
    %4$s};
    """
        .formatted(
            ReservedNames.topic(stream),
            stream.names().stem(),
            JsonText.quoted("/" + stream.path()),
            topics.stream().map(TypeScriptTopic::factory).collect(Collectors.joining()));
  }

  private String client() {
    return """

    %1$s\
    export class %2$s {
      readonly #url: string;
      readonly #options: SseOptions;

      /** Takes where the application is, such as `/api` or `https://example.org/api`. */
      constructor(%3$s) {
        this.#url = `${base.replace(/\\/+$/, "")}%4$s`;
        this.#options = options;
      }

      /** Subscribes to several topics over one connection. */
      subscribe(...topics: readonly [%5$s, ...%5$s[]]): SseConnection {
        return new SseConnection(this.#url, topics, this.#options);
      }
    %6$s}
    """
        .formatted(
            TypeScriptText.comment("", words()),
            ReservedNames.client(stream),
            parameters(),
            streamPath(),
            ReservedNames.topic(stream),
            topics.stream().map(TypeScriptTopic::method).collect(Collectors.joining()));
  }

  private String words() {
    String words = stream.documentation().plain();
    return words.isEmpty() ? "A client of the stream `/" + stream.path() + "`." : words;
  }

  private String parameters() {
    String variables =
        contract.variables().stream()
            .map(one -> "readonly " + one.name() + ": " + TypeScriptTopic.type(one))
            .collect(Collectors.joining("; "));
    String path = variables.isEmpty() ? "" : "path: { " + variables + " }, ";
    return "base: string, " + path + "options: SseOptions = {}";
  }

  private String streamPath() {
    Map<String, ContractVariable> variables = new LinkedHashMap<>();
    contract.variables().forEach(one -> variables.put(one.name(), one));
    String path = TypeScriptTopic.path(stream.path(), variables, "path");
    return path.isEmpty() ? "" : "/" + path;
  }

  private static String resource(String name) {
    try (InputStream resource = TypeScriptDocument.class.getResourceAsStream(name)) {
      if (resource == null) {
        throw new IllegalStateException("jar of the processor must hold " + name);
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
