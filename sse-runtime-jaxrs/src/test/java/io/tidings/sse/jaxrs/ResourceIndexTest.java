package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import io.tidings.sse.jaxrs.markets.MarketsResource;
import io.tidings.sse.jaxrs.markets.OrdersResource;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResourceIndexTest {

  private final ClassLoader before = Thread.currentThread().getContextClassLoader();

  @TempDir private Path folder;

  @AfterEach
  void restore() {
    Thread.currentThread().setContextClassLoader(before);
  }

  @Test
  void findsEveryListedResourceOfOurOwnClassLoader() {
    Thread.currentThread().setContextClassLoader(null);

    assertThat(types(ResourceIndex.ofThisThread().resources()))
        .contains(MarketsResource.class, OrdersResource.class);
  }

  @Test
  void readsEveryCopyAndLoadsEachResourceOnce() throws Exception {
    useIndexes(
        OtherResource.class.getName() + "\n", "# twice\n" + OtherResource.class.getName() + " # x");

    assertThat(types(ResourceIndex.ofThisThread().resources()))
        .containsOnlyOnce(OtherResource.class)
        .containsOnlyOnce(MarketsResource.class);
  }

  @Test
  void saysThatAListedClassIsMissingAndWhatToDo() throws Exception {
    useIndexes("p.GoneResource");

    assertThatThrownBy(() -> ResourceIndex.ofThisThread().resources())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("resource p.GoneResource, listed in file:")
        .hasMessageContaining("must be a class that can be loaded")
        .hasMessageContaining("build its module again from clean");
  }

  @Test
  void saysThatAListedClassIsNoResource() throws Exception {
    useIndexes("java.lang.String");

    assertThatThrownBy(() -> ResourceIndex.ofThisThread().resources())
        .hasMessageContaining("must be a io.tidings.sse.jaxrs.SseResource; was class java.lang");
  }

  @Test
  void saysThatAResourceMustBePublic() throws Exception {
    useIndexes(HiddenResource.class.getName());

    assertThatThrownBy(() -> ResourceIndex.ofThisThread().resources())
        .hasMessageContaining("public no-argument constructor");
  }

  private void useIndexes(String... texts) throws IOException {
    URL[] roots = new URL[texts.length];
    for (int i = 0; i < texts.length; i++) {
      Path root = folder.resolve("jar" + i);
      Path index = root.resolve(ResourceIndex.LOCATION);
      Files.createDirectories(index.getParent());
      Files.writeString(index, texts[i]);
      roots[i] = root.toUri().toURL();
    }
    Thread.currentThread().setContextClassLoader(new URLClassLoader(roots, before));
  }

  private static List<Class<?>> types(Collection<SseResource<?>> resources) {
    return resources.stream().<Class<?>>map(Object::getClass).toList();
  }

  /** A resource that only the tests of the index list. */
  public static final class OtherResource implements SseResource<Runnable> {

    @Override
    public StreamDefinition stream() {
      return StreamDefinition.of(Runnable.class, "/other");
    }

    @Override
    public Runnable publisher(Hub hub) {
      return () -> {};
    }
  }

  /** A resource that nobody else can make. */
  static final class HiddenResource implements SseResource<Runnable> {

    private HiddenResource() {}

    @Override
    public StreamDefinition stream() {
      return StreamDefinition.of(Runnable.class, "/hidden");
    }

    @Override
    public Runnable publisher(Hub hub) {
      return () -> {};
    }
  }
}
