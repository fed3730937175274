package io.tidings.sse.processor;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names the documents of streams: in one folder, though the streams are of many packages. */
final class Stems {
  private final Map<String, Set<String>> packages = new HashMap<>();

  void add(Names names) {
    packages.computeIfAbsent(names.stem(), stem -> new HashSet<>()).add(names.packageName());
  }

  /** The stem; with the package before it where streams of several packages have the same. */
  String of(Names names) {
    boolean shared = packages.getOrDefault(names.stem(), Set.of()).size() > 1;
    return shared ? names.qualified(names.stem()) : names.stem();
  }
}
