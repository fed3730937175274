package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.junit.jupiter.api.Test;

/** What Gradle asks of an isolating processor. */
class IncrementalTest {
  private final List<String> written = new ArrayList<>();

  @Test
  void writesEachFileFromExactlyOneInterface() {
    Compilation compilation =
        Compiler.javac()
            .withProcessors(new Watched())
            .compile(Streams.resource("good/Markets"), Streams.resource("good/Shop"));

    assertThat(compilation).succeeded();
    assertThat(written)
        .containsExactlyInAnyOrder(
            "good.MarketsTopic [good.Markets]",
            "good.MarketsPublisher [good.Markets]",
            "good.MarketsResource [good.Markets]",
            "good.MarketsClient [good.Markets]",
            "META-INF/sse/Markets.ts [good.Markets]",
            "META-INF/sse/Markets.asyncapi.json [good.Markets]",
            "good.Shop_OrdersTopic [good.Shop.Orders]",
            "good.Shop_OrdersPublisher [good.Shop.Orders]",
            "good.Shop_OrdersResource [good.Shop.Orders]",
            "good.Shop_OrdersClient [good.Shop.Orders]",
            "META-INF/sse/Shop_Orders.ts [good.Shop.Orders]",
            "META-INF/sse/Shop_Orders.asyncapi.json [good.Shop.Orders]");
  }

  @Test
  void declaresBothProcessorsToGradle() throws IOException {
    try (InputStream in =
        SseProcessor.class.getResourceAsStream(
            "/META-INF/gradle/incremental.annotation.processors")) {
      assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8).lines())
          .containsExactly(
              SseProcessor.class.getName() + ",isolating",
              SseIndexProcessor.class.getName() + ",aggregating");
    }
  }

  /** Hands a filer to the processor that writes down who is the origin of what. */
  private final class Watched extends AbstractProcessor {
    private final SseProcessor watched = new SseProcessor();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
      return watched.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
      return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
      super.init(environment);
      watched.init(
          proxy(
              ProcessingEnvironment.class,
              (proxy, method, arguments) ->
                  method.getName().equals("getFiler")
                      ? filer(environment.getFiler())
                      : method.invoke(environment, arguments)));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
      watched.process(annotations, round);
      return false;
    }

    private Filer filer(Filer filer) {
      return proxy(
          Filer.class,
          (proxy, method, arguments) -> {
            List<Element> origins = List.of((Element[]) arguments[arguments.length - 1]);
            int name = method.getName().equals("createResource") ? 2 : 0;
            written.add(arguments[name] + " " + origins);
            return method.invoke(filer, arguments);
          });
    }
  }

  static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
