package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;

/** Finds types that the classes which are generated for a stream may not name. */
final class HiddenTypes {
  private final Elements elements;
  private final PackageElement here;

  HiddenTypes(Elements elements, Element stream) {
    this.elements = elements;
    this.here = elements.getPackageOf(stream);
  }

  /** What hides a payload or something in it; empty when all can be seen. */
  Optional<String> in(PayloadModel payload) {
    Stream<TypeMirror> leaves =
        payload instanceof PayloadModel.Sealed whole
            ? whole.leaves().stream().map(PayloadModel.Leaf::type)
            : Stream.empty();
    return Stream.concat(Stream.of(payload.type()), leaves)
        .flatMap(type -> in(type).stream())
        .findFirst();
  }

  /** What hides a type or one inside it; empty when all can be seen. */
  Optional<String> in(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return in(array.getComponentType());
    }
    if (!(type instanceof DeclaredType declared)) {
      return Optional.empty();
    }
    return Stream.concat(
            around(declared.asElement()),
            declared.getTypeArguments().stream().flatMap(argument -> in(argument).stream()))
        .findFirst();
  }

  private Stream<String> around(Element type) {
    boolean elsewhere = !here.equals(elements.getPackageOf(type));
    return Stream.iterate(type, TypeElement.class::isInstance, Element::getEnclosingElement)
        .filter(one -> isHidden(one, elsewhere))
        .map(one -> one + (elsewhere ? " is not public" : " is private"));
  }

  private static boolean isHidden(Element type, boolean elsewhere) {
    return elsewhere
        ? !type.getModifiers().contains(PUBLIC)
        : type.getModifiers().contains(PRIVATE);
  }
}
