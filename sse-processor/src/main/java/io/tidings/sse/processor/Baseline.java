package io.tidings.sse.processor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** The folder with the AsyncAPI documents that clients rely on, which a stream must keep to. */
final class Baseline {
  static final String SUFFIX = ".asyncapi.json";

  private final Path folder;

  Baseline(Path folder) {
    this.folder = folder;
  }

  /** Reports what has changed in a stream since its document was put there. */
  void compare(StreamModel stream, String stem, Map<String, Object> document, Findings findings) {
    Anchor anchor = Anchor.of(stream.origin());
    Path file = folder.resolve(stem + SUFFIX);
    if (!Files.exists(file)) {
      findings.report(Diagnostic.BASELINE_MISSING, anchor, file);
      return;
    }
    JsonParser.Result result = read(file);
    if (result.value() instanceof Map<?, ?> old) {
      for (Change change : new ContractComparison(old, document).changes()) {
        findings.report(change.diagnostic(), anchor(stream, change), change.facts());
      }
    } else {
      findings.report(
          Diagnostic.BASELINE_UNREADABLE, anchor, result.problem().orElse("no JSON object"), file);
    }
  }

  private static JsonParser.Result read(Path file) {
    try {
      return JsonParser.parse(Files.readString(file));
    } catch (IOException e) {
      return new JsonParser.Result(null, Optional.of(e.toString()));
    }
  }

  /** The method that sends the event; the interface when no method is left to point at. */
  private static Anchor anchor(StreamModel stream, Change change) {
    return stream.topics().stream()
        .filter(topic -> topic.template().toString().equals(change.topic()))
        .flatMap(topic -> topic.events().stream())
        .filter(event -> event.payload().eventTypes().contains(change.eventType()))
        .findFirst()
        .map(event -> Anchor.of((Element) event.origin()))
        .orElseGet(() -> Anchor.of(stream.origin()));
  }

  /** Reports documents whose interface is gone. */
  void checkStreams(Elements elements, Reporter reporter) {
    for (Path file : documents()) {
      Optional<String> type = interfaceOf(read(file));
      if (type.isPresent() && elements.getTypeElement(type.get()) == null) {
        reporter.report(Diagnostic.BASELINE_STREAM_REMOVED, Anchor.NOWHERE, type.get(), file);
      }
    }
  }

  private static Optional<String> interfaceOf(JsonParser.Result document) {
    return document.value() instanceof Map<?, ?> root
            && root.get("info") instanceof Map<?, ?> info
            && info.get(AsyncApiDocument.INTERFACE) instanceof String type
        ? Optional.of(type)
        : Optional.empty();
  }

  private List<Path> documents() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().toList();
    } catch (IOException e) {
      return List.of(); // each stream says for itself that its document cannot be read
    }
  }
}
