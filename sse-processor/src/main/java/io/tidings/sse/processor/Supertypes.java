package io.tidings.sse.processor;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;

/** What a type is besides itself. */
final class Supertypes {
  private static final Set<String> KEYS =
      Set.of("java.lang.String", "java.lang.Object", "java.util.UUID");
  private static final Set<String> FOREIGN = Set.of("java", "javax", "jdk", "sun");

  private final Environment environment;

  Supertypes(Environment environment) {
    this.environment = environment;
  }

  /** The type arguments of a supertype; none in the list for a raw one. */
  Optional<List<? extends TypeMirror>> arguments(DeclaredType type, String supertype) {
    if (isNamed(type, supertype)) {
      return Optional.of(type.getTypeArguments());
    }
    return parents((TypeElement) type.asElement())
        .map(parent -> arguments((DeclaredType) filled(parent, type), supertype))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Stream<DeclaredType> parents(TypeElement type) {
    return Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
        .filter(DeclaredType.class::isInstance)
        .map(DeclaredType.class::cast);
  }

  /**
   * A type that is written in a class, with the class's type arguments. {@code directSupertypes}
   * would do the same but forgets which of them may be null.
   */
  private TypeMirror filled(TypeMirror type, DeclaredType owner) {
    if (type instanceof TypeVariable variable) {
      int index =
          ((TypeElement) owner.asElement()).getTypeParameters().indexOf(variable.asElement());
      boolean given = index >= 0 && index < owner.getTypeArguments().size();
      return given ? owner.getTypeArguments().get(index) : type;
    }
    if (!(type instanceof DeclaredType declared) || declared.getTypeArguments().isEmpty()) {
      return type;
    }
    TypeMirror[] arguments =
        declared.getTypeArguments().stream()
            .map(argument -> filled(argument, owner))
            .toArray(TypeMirror[]::new);
    return environment.types().getDeclaredType((TypeElement) declared.asElement(), arguments);
  }

  Optional<List<? extends TypeMirror>> itself(DeclaredType type, String name) {
    return isNamed(type, name) ? Optional.of(type.getTypeArguments()) : Optional.empty();
  }

  private static boolean isNamed(DeclaredType type, String name) {
    return ((TypeElement) type.asElement()).getQualifiedName().contentEquals(name);
  }

  /** Whether every codec writes a map with such keys as an object. */
  boolean isKey(TypeMirror type) {
    if (!(type instanceof DeclaredType declared)) {
      return type.getKind() == TypeKind.WILDCARD || type.getKind() == TypeKind.TYPEVAR;
    }
    TypeElement element = (TypeElement) declared.asElement();
    String name = element.getQualifiedName().toString();
    return KEYS.contains(name)
        || element.getKind() == ElementKind.ENUM
        || KnownTypes.of(name).filter(JsonType.Whole.class::isInstance).isPresent();
  }

  /** A type of the JDK that is not among the known ones. Enums are written as any other. */
  boolean isForeign(TypeElement type) {
    String name = type.getQualifiedName().toString();
    int dot = name.indexOf('.');
    return dot > 0
        && FOREIGN.contains(name.substring(0, dot))
        && type.getKind() != ElementKind.ENUM;
  }

  /** How deep type arguments stand in type arguments. */
  static int nesting(TypeMirror type) {
    return type instanceof DeclaredType declared
        ? 1 + declared.getTypeArguments().stream().mapToInt(Supertypes::nesting).max().orElse(0)
        : 0;
  }
}
