package io.tidings.sse.processor;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collector;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** What all writers write alike. */
final class Sources {
  private static final String PROCESSOR = "io.tidings.sse.processor.SseProcessor";

  private final Elements elements;

  Sources(Elements elements) {
    this.elements = elements;
  }

  /** A generated type: who wrote it, which warnings it silences, where it comes from. */
  TypeSpec.Builder begin(StreamModel stream, TypeSpec.Builder type) {
    type.addOriginatingElement(stream.origin());
    if (canSee(stream.origin(), Classes.GENERATED)) {
      type.addAnnotation(
          AnnotationSpec.builder(Classes.GENERATED).addMember("value", "$S", PROCESSOR).build());
    }
    if (!stream.lints().isEmpty()) {
      type.addAnnotation(silence(stream.lints()));
    }
    return type;
  }

  /** As {@link #begin}, and marked for tools that read class files. */
  TypeSpec.Builder beginMarked(StreamModel stream, TypeSpec.Builder type) {
    return begin(stream, type)
        .addAnnotation(
            AnnotationSpec.builder(Classes.SSE_GENERATED)
                .addMember("value", "$S", PROCESSOR)
                .build());
  }

  private static AnnotationSpec silence(List<String> lints) {
    AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
    lints.forEach(lint -> annotation.addMember("value", "$S", lint));
    return annotation.build();
  }

  /** Whether the module of the stream reads the module of a class. */
  private boolean canSee(TypeElement stream, ClassName type) {
    return elements.getTypeElement(elements.getModuleOf(stream), type.canonicalName()) != null;
  }

  static ClassName name(StreamModel stream, Function<Names, String> simpleName) {
    return ClassName.get(stream.names().packageName(), simpleName.apply(stream.names()));
  }

  /** A type as generated code writes it, without annotations. */
  static TypeName type(TypeMirror mirror) {
    return TypeName.get(mirror).withoutAnnotations();
  }

  /** A description as a further paragraph of a Javadoc, or nothing. */
  static String paragraph(Documentation documentation) {
    return documentation.isEmpty() ? "" : "\n<p>" + documentation.javadoc() + "\n";
  }

  /** Joins code by commas. */
  static Collector<CodeBlock, ?, CodeBlock> commas() {
    return CodeBlock.joining(", ");
  }
}
