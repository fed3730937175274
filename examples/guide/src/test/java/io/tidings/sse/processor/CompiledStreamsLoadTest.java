package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic.Kind;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The rules of the processor and those of the runtime are the same: each two annotations, payloads
 * and templates are tried together, and what compiles can be published to.
 */
class CompiledStreamsLoadTest {

  /** The first of each is what a method has when another is tried. */
  private static final List<List<String>> CHOICES =
      List.of(
          List.of(
              "", "@Poll", "@Poll(every=\"1s\", onlyChanges=true)", "@Snapshot", "@Poll @Snapshot"),
          List.of("", "@Filter(Types.Every.class)"),
          List.of("", "@Conflate(\"1ms\")", "@Conflate(\"1h\")"),
          List.of(
              "",
              "@Replay(events=0)",
              "@Replay(events=0, bytes=\"1KB\")",
              "@Replay(onConnect=1)",
              "@Replay(events=5, onConnect=6)",
              "@Replay(events=10_000_000, bytes=\"1GB\", age=\"1ms\")"),
          List.of("", "@Heartbeat(\"off\")", "@Heartbeat(event=\"beat\")", "@Heartbeat(\"1h\")"),
          List.of(
              "",
              "@Backpressure(policy=Backpressure.Policy.LATEST)",
              "@Backpressure(policy=Backpressure.Policy.DROP_OLDEST, lag=1, lagBytes=\"1KB\")",
              "@Backpressure(writeTimeout=\"100ms\")"),
          List.of(
              "",
              "@Limits(subscribers=1, perTopic=1, perClient=1)",
              "@Limits(lifetime=\"1s\", payload=\"1B\")"),
          List.of("", "@Guard(Types.Open.class)"),
          List.of(
              "String",
              "int",
              "byte[]",
              "Types.Point",
              "java.util.List<Types.Point>",
              "java.util.Map<String, java.util.List<Types.Shape>>",
              "Types.Shape",
              "Types.Side",
              "Types.Pair<String, Integer>"),
          List.of("", "long id", "Types.Side side", "java.util.UUID key, char letter"));

  private static final int PAYLOAD = 8;
  private static final int VARIABLES = 9;
  private static final int METHODS_PER_STREAM = 40;

  private static final String TYPES =
      """
      package samples;

      import io.tidings.sse.hub.*;

      public final class Types {
        public record Point(int x, int y) {}
        public record Pair<A, B>(A a, B b) {}
        public enum Side { LEFT, RIGHT { public String toString() { return "r"; } } }
        public sealed interface Shape {}
        public record Dot(Point at) implements Shape {}
        public sealed interface Line extends Shape {}
        public record Straight(Point from, Point to) implements Line {}
        public record Bent(java.util.List<Point> through) implements Line {}
        public static final class Every implements EventFilter<Object> {
          public boolean accept(Subscription subscription, Object payload) { return true; }
        }
        public static final class Open implements SubscriptionGuard {
          public GuardDecision decide(GuardRequest request) { return GuardDecision.allow(); }
        }
      }
      """;

  @TempDir private Path folder;

  @Test
  void whatTheProcessorLetsPassTheRuntimeTakes() throws Exception {
    List<String> methods = methods();
    Map<Integer, String> refused = refused(methods);

    List<String> accepted = new ArrayList<>(methods);
    refused.keySet().stream()
        .sorted(Comparator.reverseOrder())
        .forEach(number -> accepted.remove(number.intValue()));
    Map<String, String> sources = streams(accepted);

    assertThat(new TreeSet<>(refused.values()))
        .containsExactly(
            "SsePollConflated", "SseReplayOnConnect", "SseSnapshotOnConnect", "SseSourceFiltered");
    assertThat(compile(sources, "-nowarn")).isEmpty();
    load(sources.keySet());
  }

  private void load(Iterable<String> streams) throws Exception {
    Hub hub = Hub.create();
    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      for (String stream : streams) {
        Class<?> publisher = loader.loadClass("samples." + stream + "Publisher");
        Object made = publisher.getConstructor(Hub.class).newInstance(hub);
        assertThat(made).isInstanceOf(loader.loadClass("samples." + stream));
      }
    } finally {
      hub.close(Duration.ZERO);
    }
  }

  /** Which methods are refused, each with the code of a reason. */
  private Map<Integer, String> refused(List<String> methods) throws Exception {
    Map<Integer, String> refused = new LinkedHashMap<>();
    for (String error : compile(streams(methods), "-proc:only")) {
      Matcher known = Pattern.compile("event(\\d+)\\(.* \\[(Sse\\w+)]").matcher(error);
      assertThat(known.find()).as(error).isTrue();
      refused.put(Integer.valueOf(known.group(1)), known.group(2));
    }
    return refused;
  }

  private static List<String> methods() {
    List<String> methods = new ArrayList<>();
    for (int one = 0; one < CHOICES.size(); one++) {
      for (int other = one + 1; other < CHOICES.size(); other++) {
        for (String left : CHOICES.get(one)) {
          for (String right : CHOICES.get(other)) {
            List<String> chosen = new ArrayList<>(CHOICES.stream().map(all -> all.get(0)).toList());
            chosen.set(one, left);
            chosen.set(other, right);
            methods.add(method(methods.size(), chosen));
          }
        }
      }
    }
    return methods;
  }

  /** One line, so that a diagnostic's line is the method. */
  private static String method(int number, List<String> chosen) {
    String variables = chosen.get(VARIABLES);
    String names = variables.replaceAll("[\\w.]+ (\\w+)", "{$1}").replace(", ", "/");
    String template = "t" + number + (names.isEmpty() ? "" : "/" + names);
    return "  @Topic(\"%s\") %s void event%d(%s%s payload);"
        .formatted(
            template,
            String.join(" ", chosen.subList(0, PAYLOAD)),
            number,
            variables.isEmpty() ? "" : variables + ", ",
            chosen.get(PAYLOAD));
  }

  private static Map<String, String> streams(List<String> methods) {
    Map<String, String> streams = new LinkedHashMap<>();
    for (int from = 0; from < methods.size(); from += METHODS_PER_STREAM) {
      int to = Math.min(methods.size(), from + METHODS_PER_STREAM);
      String name = "Stream" + streams.size();
      streams.put(
          name,
          """
          package samples;
          import io.tidings.sse.annotations.*;
          @SseStream("/%1$s")
          public interface %1$s {
          %2$s
          }
          """
              .formatted(name, String.join("\n", methods.subList(from, to))));
    }
    return streams;
  }

  /** The errors, each with the line that it is about before it. */
  private List<String> compile(Map<String, String> streams, String option) throws Exception {
    List<Path> files = new ArrayList<>(List.of(write("Types", TYPES)));
    for (Map.Entry<String, String> stream : streams.entrySet()) {
      files.add(write(stream.getKey(), stream.getValue()));
    }
    JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    List<String> options =
        List.of("-d", folder.toString(), "-Xmaxerrs", "10000", option, "-Xlint:-processing");
    try (StandardJavaFileManager manager = javac.getStandardFileManager(said, Locale.ROOT, null)) {
      JavaCompiler.CompilationTask task =
          javac.getTask(
              null, manager, said, options, null, manager.getJavaFileObjectsFromPaths(files));
      task.setProcessors(processors());
      task.call();
    }
    return said.getDiagnostics().stream()
        .filter(one -> one.getKind() == Kind.ERROR)
        .map(one -> line(one) + " " + one.getMessage(Locale.ROOT))
        .toList();
  }

  private static List<Processor> processors() {
    return ServiceLoader.load(Processor.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(one -> one.getClass().getName().startsWith("io.tidings."))
        .toList();
  }

  private static String line(javax.tools.Diagnostic<? extends JavaFileObject> about) {
    try {
      JavaFileObject source = about.getSource();
      int line = (int) about.getLineNumber();
      return source == null || line < 1
          ? ""
          : source.getCharContent(true).toString().lines().toList().get(line - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path write(String name, String text) throws Exception {
    Path file = folder.resolve("src/samples/" + name + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
