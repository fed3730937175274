package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.SEALED;

import io.tidings.sse.processor.PayloadModel.Leaf;
import io.tidings.sse.processor.PayloadModel.Plain;
import io.tidings.sse.processor.PayloadModel.Sealed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Finds out what an event carries, and whether that can be encoded. */
final class PayloadReader {
  /** Types whose values are doings or handles, not data. */
  private static final List<String> NO_DATA =
      List.of(
          "java.lang.Void",
          "java.lang.Class",
          "java.lang.Thread",
          "java.lang.AutoCloseable",
          "java.util.Iterator",
          "java.util.concurrent.Future",
          "java.util.concurrent.CompletionStage");

  private final Elements elements;
  private final Types types;

  PayloadReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
  }

  /**
   * The payload of an event.
   *
   * @param written what {@code @Topic(event)} says; empty when it says nothing
   */
  PayloadModel read(TypeMirror type, String written, String method) {
    return isSealed(type)
        ? new Sealed(type, leaves(type, written))
        : new Plain(type, written.isEmpty() ? method : written);
  }

  private static boolean isSealed(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getModifiers().containsAll(List.of(SEALED, ABSTRACT));
  }

  private List<Leaf> leaves(TypeMirror type, String prefix) {
    return permitted((DeclaredType) type)
        .map(leaf -> (TypeElement) leaf.asElement())
        .distinct()
        .map(leaf -> new Leaf(leaf.asType(), prefix + eventType(leaf)))
        .toList();
  }

  private static String eventType(TypeElement leaf) {
    return Naming.decapitalised(leaf.getSimpleName().toString());
  }

  private static Stream<DeclaredType> permitted(DeclaredType type) {
    return ((TypeElement) type.asElement())
        .getPermittedSubclasses().stream()
            .filter(DeclaredType.class::isInstance)
            .map(DeclaredType.class::cast)
            .flatMap(one -> isSealed(one) ? permitted(one) : withItself(one));
  }

  /** A sealed class that is not abstract has values of its own. */
  private static Stream<DeclaredType> withItself(DeclaredType type) {
    return type.asElement().getModifiers().contains(SEALED)
        ? Stream.concat(permitted(type), Stream.of(type))
        : Stream.of(type);
  }

  /** The type among the payload and its permitted leaves that has type parameters, if any. */
  static Optional<TypeMirror> genericPart(PayloadModel payload) {
    List<TypeMirror> parts = new ArrayList<>();
    if (payload instanceof Sealed whole) {
      parts.add(whole.type());
      whole.leaves().forEach(leaf -> parts.add(leaf.type()));
    }
    return parts.stream()
        .filter(
            part ->
                !((TypeElement) ((DeclaredType) part).asElement()).getTypeParameters().isEmpty())
        .findFirst();
  }

  /** Why a type cannot be a payload; empty when it can. */
  Optional<String> problem(TypeMirror type) {
    return Optional.ofNullable(
        switch (type.getKind()) {
          case DECLARED -> declaredProblem((DeclaredType) type);
          case ARRAY -> problem(((ArrayType) type).getComponentType()).orElse(null);
          case WILDCARD -> "a wildcard";
          case TYPEVAR -> "a type variable";
          case ERROR -> null;
          default -> type.getKind().isPrimitive() ? null : "no type of values";
        });
  }

  private @Nullable String declaredProblem(DeclaredType type) {
    TypeElement element = (TypeElement) type.asElement();
    if (type.getTypeArguments().size() < element.getTypeParameters().size()) {
      return "a raw type";
    }
    if (NO_DATA.stream().anyMatch(name -> isA(type, name))) {
      return "which is no data";
    }
    return type.getTypeArguments().stream()
        .map(this::problem)
        .flatMap(Optional::stream)
        .findFirst()
        .orElse(null);
  }

  private boolean isA(TypeMirror type, String name) {
    TypeElement element = elements.getTypeElement(name);
    return element != null
        && types.isAssignable(types.erasure(type), types.erasure(element.asType()));
  }

  /** Whether a type, or one inside it, is not there yet: another processor may write it. */
  static boolean isUnresolved(TypeMirror type) {
    if (type.getKind() == TypeKind.ERROR) {
      return true;
    }
    if (type instanceof ArrayType array) {
      return isUnresolved(array.getComponentType());
    }
    return type instanceof DeclaredType declared
        && declared.getTypeArguments().stream().anyMatch(PayloadReader::isUnresolved);
  }
}
