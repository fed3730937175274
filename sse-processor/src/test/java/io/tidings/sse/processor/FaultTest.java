package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultTest {
  private final JavaFileObject source = Streams.resource("good/Markets");

  @Test
  void reportsAFaultOfItsOwnOnTheInterface() {
    Compilation compilation = compile(new SseProcessor(), new IllegalStateException("a fault"));

    assertThat(compilation).failed();
    assertThat(compilation)
        .hadErrorContaining(
            "[SseInternalError] processor must not fail. Found: java.lang.IllegalStateException: a"
                + " fault in io.tidings.sse.processor.")
        .inFile(source)
        .onLineContaining("interface Markets");
  }

  @Test
  void survivesEvenAnError() {
    Compilation compilation = compile(new SseProcessor(), new NoClassDefFoundError("x/Y"));

    assertThat(compilation).hadErrorContaining("[SseInternalError]").inFile(source);
  }

  @Test
  void reportsAFileThatCannotBeWritten() {
    Compilation compilation = compile(new SseProcessor(), new IOException("disk full"));

    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation)
        .hadErrorContaining(
            "[SseFileNotWritten] generated file must be writable. Found: java.io.IOException: disk"
                + " full for good.MarketsTopic.")
        .inFile(source)
        .onLineContaining("interface Markets");
  }

  @ParameterizedTest
  @ValueSource(strings = {"java.io.IOException", "java.lang.IllegalStateException"})
  void reportsAnIndexThatCannotBeWritten(String fault) throws ReflectiveOperationException {
    Throwable thrown =
        Class.forName(fault)
            .asSubclass(Throwable.class)
            .getConstructor(String.class)
            .newInstance("disk full");

    Compilation compilation = compile(new SseIndexProcessor(), thrown);

    assertThat(compilation).hadErrorCount(1);
    assertThat(compilation).hadErrorContaining("disk full");
  }

  private Compilation compile(Processor processor, Throwable fault) {
    return Compiler.javac().withProcessors(new Failing(processor, fault)).compile(source);
  }

  /** Gives a processor a filer that fails. */
  private static final class Failing extends AbstractProcessor {
    private final Processor processor;
    private final Throwable fault;

    Failing(Processor processor, Throwable fault) {
      this.processor = processor;
      this.fault = fault;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      Filer filer =
          IncrementalTest.proxy(
              Filer.class,
              (proxy, method, arguments) -> {
                if (method.getName().equals("getResource")) {
                  throw new IOException("none");
                }
                throw fault;
              });
      processor.init(
          IncrementalTest.proxy(
              ProcessingEnvironment.class,
              (proxy, method, arguments) ->
                  method.getName().equals("getFiler")
                      ? filer
                      : method.invoke(environment, arguments)));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      processor.process(annotations, round);
      return false;
    }
  }
}
