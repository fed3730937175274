package io.tidings.sse.processor;

import com.google.auto.service.AutoService;
import io.tidings.sse.annotations.SseStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/** Checks all streams of a compilation against each other, and writes the index of resources. */
@AutoService(Processor.class)
public final class SseIndexProcessor extends AbstractProcessor {
  private final Roots roots = new Roots();
  private final Set<String> seen = new TreeSet<>();

  /** Made by the compiler. */
  public SseIndexProcessor() {}

  @Override
  public Set<String> getSupportedAnnotationTypes() {
    return Set.of(SseStream.class.getPackageName() + ".*");
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
    try {
      Set<? extends Element> streams = round.getElementsAnnotatedWith(SseStream.class);
      checkStrays(annotations, round, reporter, streams);
      ElementFilter.typesIn(streams)
          .forEach(stream -> seen.add(stream.getQualifiedName().toString()));
      if (!streams.isEmpty()) {
        new StreamsCheck(reporter).check(models());
      }
      if (round.processingOver() && !round.errorRaised()) {
        writeIndex(reporter);
      }
    } catch (RuntimeException | Error e) {
      Fault.report(reporter, processingEnv.getElementUtils().getTypeElement("java.lang.Object"), e);
    }
    return false;
  }

  private void checkStrays(
      Set<? extends TypeElement> annotations,
      RoundEnvironment round,
      Reporter reporter,
      Set<? extends Element> streams) {
    StrayCheck check = new StrayCheck(processingEnv.getTypeUtils(), reporter, streams);
    round
        .getElementsAnnotatedWithAny(annotations.toArray(TypeElement[]::new))
        .forEach(check::check);
  }

  /** The streams without a broken rule; broken ones have been reported by the other processor. */
  private List<StreamModel> models() {
    Environment environment =
        new Environment(processingEnv.getElementUtils(), processingEnv.getTypeUtils(), roots);
    StreamReader reader = new StreamReader(environment, Reporter.silent());
    Map<String, StreamModel> models = new LinkedHashMap<>();
    for (TypeElement stream : streams()) {
      if (!Members.areUnresolved(stream, environment.types())) {
        reader
            .read(stream)
            .ifPresent(model -> models.put(stream.getQualifiedName().toString(), model));
      }
    }
    return List.copyOf(models.values());
  }

  private List<TypeElement> streams() {
    return seen.stream().map(processingEnv.getElementUtils()::getTypeElement).toList();
  }

  private void writeIndex(Reporter reporter) {
    Options options = new Options(processingEnv.getOptions());
    Server server = new Server(processingEnv.getElementUtils(), options);
    List<TypeElement> served = streams().stream().filter(server::isOn).toList();
    if (!options.index() || served.isEmpty()) {
      return;
    }
    Set<String> resources =
        served.stream()
            .map(stream -> Names.of(stream, processingEnv.getElementUtils()))
            .map(names -> names.qualified(names.resource()))
            .collect(Collectors.toCollection(TreeSet::new));
    Index index = new Index(processingEnv.getFiler(), processingEnv.getElementUtils());
    try {
      index.write(resources, served);
    } catch (IOException e) {
      reporter.report(Diagnostic.FILE_NOT_WRITTEN, Anchor.NOWHERE, e, RuntimeTypes.INDEX);
    }
  }
}
