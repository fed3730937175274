package io.tidings.sse.jaxrs;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The generated resources that some class loaders can see, found in every copy of the index file.
 * The file is read as a resource: {@link java.util.ServiceLoader} ignores it in named modules.
 */
final class ResourceIndex {

  static final String LOCATION = "META-INF/services/io.tidings.sse.jaxrs.SseResource";

  private final Set<ClassLoader> loaders;

  private ResourceIndex(Set<ClassLoader> loaders) {
    this.loaders = loaders;
  }

  /** Looks through the context class loader first, then through our own. */
  static ResourceIndex ofThisThread() {
    Set<ClassLoader> loaders = new LinkedHashSet<>();
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    if (context != null) {
      loaders.add(context);
    }
    loaders.add(ResourceIndex.class.getClassLoader());
    return new ResourceIndex(loaders);
  }

  /** Every listed resource once, as a new instance, in the order of the index files. */
  Collection<SseResource<?>> resources() {
    Map<String, SseResource<?>> resources = new LinkedHashMap<>();
    for (ClassLoader loader : loaders) {
      for (URL copy : copies(loader)) {
        for (String name : names(copy)) {
          resources.computeIfAbsent(
              name, listed -> new ResourceEntry(listed, "listed in " + copy).load(loader));
        }
      }
    }
    return resources.values();
  }

  private static List<URL> copies(ClassLoader loader) {
    try {
      return Collections.list(loader.getResources(LOCATION));
    } catch (IOException e) {
      throw new UncheckedIOException("index " + LOCATION + " must be readable", e);
    }
  }

  private static List<String> names(URL copy) {
    List<String> names = new ArrayList<>();
    try (BufferedReader lines = open(copy)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String name = line.replaceFirst("#.*", "").strip();
        if (!name.isEmpty()) {
          names.add(name);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("index " + copy + " must be readable", e);
    }
    return names;
  }

  private static BufferedReader open(URL copy) throws IOException {
    URLConnection connection = copy.openConnection();
    // A cached jar would keep an undeployed application's file open.
    connection.setUseCaches(false);
    return new BufferedReader(
        new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8));
  }
}
