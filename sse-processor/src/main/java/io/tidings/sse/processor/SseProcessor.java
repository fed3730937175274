package io.tidings.sse.processor;

import com.google.auto.service.AutoService;
import io.tidings.sse.annotations.SseStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Checks every {@code @SseStream} interface and generates the classes around it. */
@AutoService(Processor.class)
public final class SseProcessor extends AbstractProcessor {
  private final Roots roots = new Roots();
  private final Stems stems = new Stems();
  private final Set<String> waiting = new LinkedHashSet<>();
  private boolean started;

  /** Made by the compiler. */
  public SseProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(SseStream.class.getName());
  }

  @Override
  public Set<String> getSupportedOptions() {
    return new Options(processingEnv.getOptions()).claimed();
  }

  @Override
  public SourceVersion getSupportedSourceVersion() {
    return SourceVersion.latestSupported();
  }

  @Override
  public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
    roots.add(round.getRootElements());
    Reporter reporter = new Reporter(processingEnv.getMessager(), roots::contains);
    if (round.processingOver()) {
      new Options(processingEnv.getOptions())
          .baseline()
          .ifPresent(folder -> folder.checkStreams(processingEnv.getElementUtils(), reporter));
      return false;
    }
    if (!started) {
      started = true;
      new Options(processingEnv.getOptions()).check(reporter);
    }
    List<TypeElement> streams = streams(round);
    streams.forEach(stream -> stems.add(Names.of(stream, processingEnv.getElementUtils())));
    streams.forEach(stream -> process(stream, reporter));
    return false;
  }

  /** The interfaces of this round, and those that waited for a type of another processor. */
  private List<TypeElement> streams(RoundEnvironment round) {
    Set<TypeElement> streams = new LinkedHashSet<>();
    for (String name : waiting) {
      streams.add(processingEnv.getElementUtils().getTypeElement(name));
    }
    waiting.clear();
    streams.addAll(ElementFilter.typesIn(round.getElementsAnnotatedWith(SseStream.class)));
    return new ArrayList<>(streams);
  }

  private void process(TypeElement stream, Reporter reporter) {
    try {
      Environment environment = environment();
      if (Members.areUnresolved(stream, environment.types())) {
        waiting.add(stream.getQualifiedName().toString());
      } else {
        new StreamReader(environment, reporter)
            .read(stream)
            .ifPresent(model -> write(model, reporter));
      }
    } catch (RuntimeException | Error e) {
      Fault.report(reporter, stream, e);
    }
  }

  private void write(StreamModel stream, Reporter reporter) {
    Options options = new Options(processingEnv.getOptions());
    Filer filer = processingEnv.getFiler();
    if (new Writers(environment(), options, filer, reporter).write(stream)) {
      new Documents(environment(), options, filer, reporter)
          .write(stream, stems.of(stream.names()));
    }
  }

  private Environment environment() {
    return new Environment(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), roots);
  }
}
