package io.tidings.sse.processor;

import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds annotations of ours that stand where nobody reads them. */
final class StrayCheck {
  private final Types types;
  private final Reporter reporter;
  private final Set<? extends Element> streams;

  StrayCheck(Types types, Reporter reporter, Set<? extends Element> streams) {
    this.types = types;
    this.reporter = reporter;
    this.streams = streams;
  }

  void check(Element element) {
    Annotated.all(element).stream()
        .filter(Environment::isOurs)
        .forEach(annotation -> check(element, annotation));
  }

  private void check(Element element, Annotated annotation) {
    if (annotation.name().equals(Topic.class.getName())) {
      checkTopic(element, annotation);
    } else if (element instanceof TypeElement) {
      if (!isStream(element) && !annotation.simpleName().equals("SseGenerated")) {
        String name = annotation.simpleName();
        reporter.report(
            Diagnostic.SETTING_OUTSIDE_STREAM, annotation.anchor(), name, kindAndName(element));
      }
    } else if (!isStream(element.getEnclosingElement()) && !isTopic(element)) {
      String name = annotation.simpleName();
      reporter.report(Diagnostic.SETTING_WITHOUT_TOPIC, annotation.anchor(), name, element);
    }
  }

  private void checkTopic(Element method, Annotated topic) {
    Element type = method.getEnclosingElement();
    if (type.getKind() != ElementKind.INTERFACE && !isStream(type)) {
      String kind = type.getKind().name().toLowerCase(Locale.ROOT);
      reporter.report(Diagnostic.TOPIC_OUTSIDE_STREAM, topic.anchor(), kind, type);
    } else if (!isStream(type) && streams.stream().noneMatch(stream -> extend(stream, type))) {
      reporter.report(Diagnostic.TOPIC_WITHOUT_STREAM, Anchor.of(type), type);
    }
  }

  private boolean extend(Element stream, Element type) {
    TypeMirror wanted = types.erasure(type.asType());
    return types.isSubtype(types.erasure(stream.asType()), wanted);
  }

  private static boolean isStream(Element type) {
    return Annotated.find(type, SseStream.class).isPresent();
  }

  private static boolean isTopic(Element method) {
    Optional<Annotated> topic = Annotated.find(method, Topic.class);
    return topic.isPresent();
  }

  private static String kindAndName(Element type) {
    return type.getKind().name().toLowerCase(Locale.ROOT) + " " + type;
  }
}
