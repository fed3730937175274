package io.tidings.sse.processor;

import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
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

  /** Whether every class could be written. */
  boolean write(StreamModel stream) {
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
    Client client = new Client(elements, options);
    client.check(stream, reporter);
    if (client.isOn(stream.origin())) {
      types.add(new ClientWriter(sources).write(stream));
    }
    return types.stream().allMatch(type -> write(stream, type));
  }

  private boolean write(StreamModel stream, TypeSpec type) {
    Anchor anchor = Anchor.of(stream.origin());
    String name = stream.names().qualified(type.name());
    if (environment.roots().contains(name)) {
      reporter.report(Diagnostic.GENERATED_NAME_TAKEN, anchor, name);
      return false;
    }
    try {
      JavaFile.builder(stream.names().packageName(), type)
          .skipJavaLangImports(true)
          .build()
          .writeTo(filer);
      return true;
    } catch (FilerException e) {
      // Another stream's class: the names of nested interfaces are joined by `_`.
      reporter.report(Diagnostic.GENERATED_NAME_TAKEN, anchor, name);
    } catch (IOException e) {
      reporter.report(Diagnostic.FILE_NOT_WRITTEN, anchor, e, name);
    }
    return false;
  }
}
