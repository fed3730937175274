package io.tidings.sse.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Finds the warnings of javac that generated code cannot help and therefore silences. */
final class Lints {
  private final Environment environment;

  Lints(Environment environment) {
    this.environment = environment;
  }

  List<String> of(TypeElement stream, List<TopicMethod> methods) {
    List<String> lints = new ArrayList<>();
    Stream<Element> named =
        methods.stream()
            .flatMap(
                method ->
                    Stream.concat(
                        Stream.of(method.element()),
                        method.event().parameters().stream().flatMap(p -> elements(p.type()))));
    if (Stream.concat(Stream.of(stream), named).anyMatch(this::isDeprecated)) {
      lints.add("deprecation");
      lints.add("removal");
    }
    if (methods.stream().map(TopicMethod::element).anyMatch(Lints::isGenericVarargs)) {
      lints.add("unchecked");
    }
    if (!environment.elements().getModuleOf(stream).isUnnamed()) {
      // Whether the user's module says `requires transitive` is the user's choice.
      lints.add("exports");
    }
    return List.copyOf(lints);
  }

  /** A method of an interface cannot be marked as safe. */
  private static boolean isGenericVarargs(ExecutableElement method) {
    List<? extends VariableElement> all = method.getParameters();
    return method.isVarArgs()
        && all.get(all.size() - 1).asType() instanceof ArrayType array
        && array.getComponentType() instanceof DeclaredType type
        && !type.getTypeArguments().isEmpty();
  }

  private boolean isDeprecated(Element element) {
    for (Element e = element; e != null; e = e.getEnclosingElement()) {
      if (environment.elements().isDeprecated(e)) {
        return true;
      }
    }
    return false;
  }

  private static Stream<Element> elements(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return elements(array.getComponentType());
    }
    return type instanceof DeclaredType declared
        ? Stream.concat(
            Stream.of(declared.asElement()),
            declared.getTypeArguments().stream().flatMap(Lints::elements))
        : Stream.empty();
  }
}
