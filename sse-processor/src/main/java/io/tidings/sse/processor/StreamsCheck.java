package io.tidings.sse.processor;

import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.processor.Template.Literal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Checks that streams do not stand in one another's way. */
final class StreamsCheck {
  /** No literal is empty, so this is free to stand for a path that begins with anything. */
  private static final String ANYTHING = "";

  private final Reporter reporter;

  StreamsCheck(Reporter reporter) {
    this.reporter = reporter;
  }

  /** Only streams whose paths can begin alike are compared, so that many streams cost little. */
  void check(List<StreamModel> streams) {
    Map<String, List<StreamModel>> earlier = new HashMap<>();
    for (StreamModel later : streams) {
      String beginning = beginning(later);
      candidates(earlier, beginning).forEach(one -> check(one, later));
      earlier.computeIfAbsent(beginning, b -> new ArrayList<>()).add(later);
    }
  }

  private static Stream<StreamModel> candidates(
      Map<String, List<StreamModel>> earlier, String beginning) {
    return beginning.equals(ANYTHING)
        ? earlier.values().stream().flatMap(List::stream)
        : Stream.of(beginning, ANYTHING)
            .flatMap(key -> earlier.getOrDefault(key, List.of()).stream());
  }

  private static String beginning(StreamModel stream) {
    return stream.path().segments().stream()
        .findFirst()
        .filter(Literal.class::isInstance)
        .map(segment -> ((Literal) segment).text())
        .orElse(ANYTHING);
  }

  private void check(StreamModel earlier, StreamModel later) {
    if (earlier.path().overlaps(later.path())) {
      report(Diagnostic.STREAM_PATH_TWICE, later, "/" + later.path(), earlier.origin());
    }
    checkShadow(earlier, later);
    checkShadow(later, earlier);
  }

  /** A longer path of another resource hides the topics below it. */
  private void checkShadow(StreamModel parent, StreamModel other) {
    if (other.path().segments().size() <= parent.path().segments().size()) {
      return;
    }
    parent.topics().stream()
        .filter(topic -> other.path().fitsBeginningOf(topic.template().below(parent.path())))
        .findFirst()
        .ifPresent(
            topic ->
                report(
                    Diagnostic.STREAM_PATH_SHADOWED,
                    other,
                    "/" + other.path(),
                    topic.template(),
                    parent.origin()));
  }

  private void report(Diagnostic diagnostic, StreamModel stream, Object... facts) {
    Annotated annotation = Annotated.find(stream.origin(), SseStream.class).orElseThrow();
    Anchor anchor = annotation.anchor(annotation.has("value") ? "value" : "path");
    reporter.report(diagnostic, anchor, facts);
  }
}
