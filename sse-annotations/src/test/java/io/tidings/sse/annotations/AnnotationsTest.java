package io.tidings.sse.annotations;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnnotationsTest {

  private static final Map<Class<? extends Annotation>, List<ElementType>> PLACES =
      Map.ofEntries(
          Map.entry(SseStream.class, List.of(TYPE)),
          Map.entry(Topic.class, List.of(METHOD)),
          Map.entry(Heartbeat.class, List.of(TYPE, METHOD)),
          Map.entry(Replay.class, List.of(TYPE, METHOD)),
          Map.entry(Backpressure.class, List.of(TYPE, METHOD)),
          Map.entry(Conflate.class, List.of(METHOD)),
          Map.entry(Retry.class, List.of(TYPE)),
          Map.entry(Limits.class, List.of(TYPE, METHOD)),
          Map.entry(Poll.class, List.of(METHOD)),
          Map.entry(Snapshot.class, List.of(METHOD)),
          Map.entry(Filter.class, List.of(METHOD)),
          Map.entry(Guard.class, List.of(TYPE, METHOD)),
          Map.entry(SseGenerated.class, List.of(TYPE)));

  static Stream<Class<? extends Annotation>> annotations() {
    return PLACES.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void isKeptInClassFilesSoThatInheritedInterfacesMayComeInJars(
      Class<? extends Annotation> annotation) {
    assertThat(annotation.getAnnotation(Retention.class).value())
        .isNotEqualTo(RetentionPolicy.SOURCE);
    assertThat(annotation).hasAnnotation(Documented.class);
  }

  @ParameterizedTest
  @MethodSource("annotations")
  void standsWhereTheContractSays(Class<? extends Annotation> annotation) {
    assertThat(annotation.getAnnotation(Target.class).value())
        .containsExactlyInAnyOrderElementsOf(PLACES.get(annotation));
  }

  @Test
  void hasTheDefaultsOfTheContract() {
    assertThat(defaults(Replay.class))
        .isEqualTo(Map.of("events", 1024, "bytes", "4MB", "age", "", "onConnect", 0));
    assertThat(defaults(Backpressure.class))
        .isEqualTo(
            Map.of(
                "policy",
                Backpressure.Policy.DISCONNECT,
                "lag",
                1024,
                "lagBytes",
                "4MB",
                "writeTimeout",
                "30s"));
    assertThat(defaults(Retry.class)).isEqualTo(Map.of("value", "", "delay", "", "jitter", 0.2));
    assertThat(defaults(Poll.class))
        .isEqualTo(Map.of("value", "", "every", "", "onlyChanges", false));
    assertThat(defaults(Limits.class))
        .isEqualTo(
            Map.of(
                "subscribers", 0,
                "perTopic", 0,
                "perClient", 0,
                "topicsPerConnection", 0,
                "lifetime", "",
                "payload", ""));
  }

  private static Map<String, Object> defaults(Class<? extends Annotation> annotation) {
    Map<String, Object> defaults = new TreeMap<>();
    Arrays.stream(annotation.getDeclaredMethods())
        .filter(member -> member.getDefaultValue() != null)
        .forEach(member -> defaults.put(member.getName(), member.getDefaultValue()));
    return defaults;
  }

  @Test
  void isOneOfThose() throws IOException {
    try (Stream<Path> sources = Files.list(Path.of("src/main/java/io/tidings/sse/annotations"))) {
      assertThat(sources.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(annotations().map(Class::getSimpleName), Stream.of("package-info"))
                  .map(name -> name + ".java")
                  .toList());
    }
  }
}
