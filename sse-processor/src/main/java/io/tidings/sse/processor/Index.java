package io.tidings.sse.processor;

import static javax.tools.StandardLocation.CLASS_OUTPUT;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import javax.annotation.processing.Filer;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** The file that lists the generated resources, one a line, sorted. */
final class Index {
  private final Filer filer;
  private final Elements elements;

  Index(Filer filer, Elements elements) {
    this.filer = filer;
    this.elements = elements;
  }

  void write(Set<String> resources, Collection<? extends Element> origins) throws IOException {
    Set<String> lines = new TreeSet<>(resources);
    lines.addAll(kept());
    try (Writer file =
        filer
            .createResource(CLASS_OUTPUT, "", RuntimeTypes.INDEX, origins.toArray(Element[]::new))
            .openWriter()) {
      file.write(String.join("\n", lines) + "\n");
    }
  }

  /** What an earlier build listed and this one did not see; an IDE rebuilds only what changed. */
  private Set<String> kept() {
    Set<String> kept = new TreeSet<>();
    try {
      filer
          .getResource(CLASS_OUTPUT, "", RuntimeTypes.INDEX)
          .getCharContent(true)
          .toString()
          .lines()
          .filter(name -> elements.getTypeElement(name) != null)
          .forEach(kept::add);
    } catch (IOException e) {
      return Set.of(); // There is no earlier index.
    }
    return kept;
  }
}
