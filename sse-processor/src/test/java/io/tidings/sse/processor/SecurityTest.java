package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What guards the interface guards the resource. */
class SecurityTest {
  private static Compilation compilation;
  private static Class<?> resource;

  @BeforeAll
  static void compiles() {
    compilation =
        Streams.compileStrictly(
            Streams.source(
                "a.Logged",
                "package a;",
                "@jakarta.ws.rs.NameBinding",
                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)",
                "public @interface Logged {",
                "  String[] to();",
                "  Class<?> by() default Object.class;",
                "  Level level() default Level.LOW;",
                "  enum Level { LOW, HIGH }",
                "}"),
            Streams.source(
                "a.Vault",
                "package a;",
                "import io.tidings.sse.annotations.*;",
                "import jakarta.annotation.security.*;",
                "@SseStream(\"/vault\")",
                "@Logged(to = {\"book\", \"\\\"audit\\\"\"}, by = String.class, level = Logged.Level.HIGH)",
                "@RolesAllowed(\"boss\")",
                "@FunctionalInterface",
                "public interface Vault {",
                "  @Topic(\"doors/{door}\") @RolesAllowed({\"guard\", \"boss\"})",
                "  void door(int door, String text);",
                "}"));
    resource = new Loaded(compilation).type("a.VaultResource");
  }

  @Test
  void copiesNameBindingsWithAllTheirMembers() {
    assertThat(compilation).succeededWithoutWarnings();
    assertThat(Arrays.stream(resource.getAnnotations()).map(Annotation::toString))
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("@a.Logged(")
                    .contains("\"book\", \"\\\"audit\\\"\"", "String.class", "HIGH"));
  }

  @Test
  void copiesRolesToTheMethodsOfTheirTopicAndLeavesTheOthersToTheClass() {
    Map<String, String> roles =
        Arrays.stream(resource.getDeclaredMethods())
            .filter(method -> method.getAnnotations().length > 0)
            .collect(Collectors.toMap(Method::getName, SecurityTest::roles));

    assertThat(roles)
        .isEqualTo(
            Map.of(
                "doors", "[guard, boss]",
                "doorsHead", "[guard, boss]",
                "topics", "",
                "topicsHead", ""));
    assertThat(roles(resource)).isEqualTo("[boss]");
  }

  private static String roles(java.lang.reflect.AnnotatedElement element) {
    jakarta.annotation.security.RolesAllowed roles =
        element.getAnnotation(jakarta.annotation.security.RolesAllowed.class);
    return roles == null ? "" : Arrays.toString(roles.value());
  }

  @Test
  void copiesNothingElse() {
    assertThat(Arrays.stream(resource.getAnnotations()).map(one -> one.annotationType().getName()))
        .containsOnly(
            "a.Logged",
            "jakarta.annotation.security.RolesAllowed",
            "jakarta.ws.rs.Path",
            "jakarta.ws.rs.Produces");
  }
}
