package io.tidings.sse.processor;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes everything that belongs to one stream. */
final class Writers {
  private final Environment environment;
  private final Options options;
  private final Filer filer;
  private final Reporter reporter;

  Writers(Environment environment, Options options, Filer filer, Reporter reporter) {
    this.environment = environment;
    this.options = options;
    this.filer = filer;
    this.reporter = reporter;
  }

  void write(StreamModel stream) {
    Elements elements = environment.elements();
    Server server = new Server(elements, options);
    server.check(stream, reporter);
    Sources sources = new Sources(elements);
    List<TypeSpec> types = new ArrayList<>();
    types.add(new TopicWriter(sources).write(stream));
    if (server.isOn(stream.origin())) {
      types.add(new PublisherWriter(sources, options.component()).write(stream));
      types.add(new ResourceWriter(sources).write(stream));
      if (SourceWriter.isNeeded(stream)) {
        types.add(new SourceWriter(sources).write(stream));
      }
    }
    types.forEach(type -> write(stream, type));
  }

  private void write(StreamModel stream, TypeSpec type) {
    Anchor anchor = Anchor.of(stream.origin());
    String name = stream.names().qualified(type.name());
    if (isTaken(name)) {
      reporter.report(Diagnostic.GENERATED_NAME_TAKEN, anchor, name);
      return;
    }
    try {
      JavaFile.builder(stream.names().packageName(), type)
          .skipJavaLangImports(true)
          .build()
          .writeTo(filer);
    } catch (IOException e) {
      reporter.report(Diagnostic.FILE_NOT_WRITTEN, anchor, e, name);
    }
  }

  private boolean isTaken(String name) {
    TypeElement existing = environment.elements().getTypeElement(name);
    return existing != null && environment.inSource().test(existing);
  }
}
