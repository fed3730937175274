package io.tidings.sse.jaxrs;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What happens without the libraries that are optional. */
final class OptionalLibrariesTest {

  private static final Pattern OPTIONAL = Pattern.compile("hk2|jackson|json|yasson|parsson");
  private static final Pattern METERS = Pattern.compile("micrometer|prometheus");

  private final JavaClasses classes =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.tidings.sse.jaxrs");

  @Test
  void withoutHk2NothingIsInjectedAndNothingFails() throws Exception {
    try (URLClassLoader loader = withoutOptionalLibraries()) {
      Object feature = loader.loadClass(SseFeature.class.getName()).getConstructor().newInstance();

      assertThat(feature.getClass().getClassLoader()).isSameAs(loader);
      assertThat(call(loader, Injection.class, "isHk2")).isEqualTo(false);
    }
  }

  @Test
  void withoutAJsonLibraryTheRemedyIsNamed() throws Exception {
    try (URLClassLoader loader = withoutOptionalLibraries()) {
      assertThatThrownBy(() -> call(loader, ClassPathCodec.class, "get"))
          .hasRootCauseInstanceOf(IllegalStateException.class)
          .hasStackTraceContaining("Add jersey-media-json-jackson or jersey-media-json-binding");
    }
  }

  @Test
  void withoutMicrometerNothingIsMeasuredAndNothingFails() throws Exception {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    try (URLClassLoader loader = without(METERS)) {
      thread.setContextClassLoader(loader);
      Class<?> config = loader.loadClass("org.glassfish.jersey.server.ResourceConfig");
      Object application = config.getConstructor().newInstance();
      config
          .getMethod("register", Object.class)
          .invoke(
              application,
              loader.loadClass(SseFeature.class.getName()).getConstructor().newInstance());

      Object started =
          loader
              .loadClass("org.glassfish.jersey.server.ApplicationHandler")
              .getConstructor(loader.loadClass("jakarta.ws.rs.core.Application"))
              .newInstance(application);

      assertThat(started.getClass().getClassLoader()).isSameAs(loader);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  @Test
  void onlyTheBinderKnowsHk2() {
    noClasses()
        .that()
        .doNotHaveSimpleName("Hk2Binder")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.glassfish.hk2..")
        .check(classes);
  }

  @Test
  void nobodyKnowsTheInternalsOfJerseyAndHk2() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.glassfish.jersey..internal..", "org.jvnet.hk2.internal..", "..innate..")
        .check(classes);
  }

  private static Object call(ClassLoader loader, Class<?> type, String name) throws Exception {
    Method method = loader.loadClass(type.getName()).getDeclaredMethod(name);
    method.setAccessible(true);
    return method.invoke(null);
  }

  private static URLClassLoader withoutOptionalLibraries() throws IOException {
    return without(OPTIONAL);
  }

  private static URLClassLoader without(Pattern libraries) throws IOException {
    URL[] path =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .filter(entry -> !libraries.matcher(entry.getFileName().toString()).find())
            .map(OptionalLibrariesTest::url)
            .toArray(URL[]::new);
    return new URLClassLoader(path, ClassLoader.getPlatformClassLoader());
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
