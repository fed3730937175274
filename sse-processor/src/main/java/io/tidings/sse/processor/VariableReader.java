package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import io.tidings.sse.processor.VariableModel.Bool;
import io.tidings.sse.processor.VariableModel.Call;
import io.tidings.sse.processor.VariableModel.Char;
import io.tidings.sse.processor.VariableModel.Constant;
import io.tidings.sse.processor.VariableModel.Parse;
import io.tidings.sse.processor.VariableModel.Text;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/** Finds out how the text of a variable becomes a value of its type. */
final class VariableReader {
  private static final Set<String> UNCHECKED =
      Set.of("java.lang.RuntimeException", "java.lang.Error");

  private final Types types;

  VariableReader(Types types) {
    this.types = types;
  }

  /** How a type is read from text; empty when it cannot be. */
  Optional<Parse> parse(TypeMirror type) {
    TypeMirror boxed =
        type.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : type;
    if (!(boxed instanceof DeclaredType declared)
        || !(declared.asElement() instanceof TypeElement element)
        || !declared.getTypeArguments().isEmpty()) {
      return Optional.empty();
    }
    return switch (element.getQualifiedName().toString()) {
      case "java.lang.String" -> Optional.of(new Text());
      case "java.lang.Boolean" -> Optional.of(new Bool());
      case "java.lang.Character" -> Optional.of(new Char());
      default ->
          element.getKind() == ElementKind.ENUM
              ? Optional.of(new Constant())
              : call(element, declared);
    };
  }

  private Optional<Parse> call(TypeElement element, DeclaredType type) {
    return Stream.of("valueOf", "fromString", "new")
        .filter(name -> element.getEnclosedElements().stream().anyMatch(m -> reads(m, name, type)))
        .findFirst()
        .map(name -> new Call(types.erasure(type), name));
  }

  private boolean reads(Element member, String name, TypeMirror type) {
    if (!(member instanceof ExecutableElement method) || !takesText(method)) {
      return false;
    }
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return name.equals("new") && !method.getEnclosingElement().getModifiers().contains(ABSTRACT);
    }
    return method.getSimpleName().contentEquals(name)
        && method.getModifiers().contains(STATIC)
        && types.isAssignable(method.getReturnType(), type);
  }

  private static boolean takesText(ExecutableElement method) {
    return method.getModifiers().contains(PUBLIC)
        && method.getParameters().size() == 1
        && method.getTypeParameters().isEmpty()
        && isString(method.getParameters().get(0).asType())
        && method.getThrownTypes().stream().allMatch(VariableReader::isUnchecked);
  }

  private static boolean isString(TypeMirror type) {
    return type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement())
            .getQualifiedName()
            .contentEquals("java.lang.String");
  }

  /** A method reference to a checked exception's thrower would not compile. */
  private static boolean isUnchecked(TypeMirror thrown) {
    if (!(thrown instanceof DeclaredType declared)) {
      return false;
    }
    TypeElement type = (TypeElement) declared.asElement();
    return UNCHECKED.contains(type.getQualifiedName().toString())
        || isUnchecked(type.getSuperclass());
  }
}
