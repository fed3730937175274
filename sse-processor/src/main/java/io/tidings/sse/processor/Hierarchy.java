package io.tidings.sse.processor;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** A class and everything that it inherits from, the closest first, without {@code Object}. */
final class Hierarchy {
  private final Set<TypeElement> types = new LinkedHashSet<>();

  private Hierarchy() {}

  static List<TypeElement> of(TypeElement type) {
    Hierarchy hierarchy = new Hierarchy();
    List<TypeElement> classes = new ArrayList<>();
    for (TypeElement c = type; c != null; c = element(c.getSuperclass())) {
      classes.add(c);
    }
    hierarchy.types.addAll(classes);
    classes.forEach(hierarchy::addInterfaces);
    return List.copyOf(hierarchy.types);
  }

  private void addInterfaces(TypeElement type) {
    for (TypeMirror parent : type.getInterfaces()) {
      TypeElement element = element(parent);
      if (element != null && types.add(element)) {
        addInterfaces(element);
      }
    }
  }

  private static @Nullable TypeElement element(TypeMirror type) {
    return type instanceof DeclaredType declared
            && declared.asElement() instanceof TypeElement element
            && !element.getQualifiedName().contentEquals("java.lang.Object")
            && !element.getQualifiedName().contentEquals("java.lang.Record")
        ? element
        : null;
  }
}
