package io.tidings.sse.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;

/**
 * What a named type may be called in the documents.
 *
 * @param key tells types apart, type arguments and all
 * @param candidates from the short name to one that nobody else has
 */
record SchemaName(String key, List<String> candidates) {
  private static final int SHORT = 0;
  private static final int NESTED = 1;
  private static final int QUALIFIED = 2;

  static SchemaName of(DeclaredType type) {
    return new SchemaName(
        key(type), List.of(name(type, SHORT), name(type, NESTED), name(type, QUALIFIED)));
  }

  private static String key(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return part(array.getComponentType()) + "[]";
    }
    if (!(type instanceof DeclaredType declared)) {
      return type instanceof WildcardType ? type.toString() : type.getKind().name();
    }
    String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
    return declared.getTypeArguments().stream()
        .map(SchemaName::part)
        .collect(Collectors.joining(",", name + "<", ">"));
  }

  /** Whether an argument may be null is part of the type; whether the whole may be is not. */
  private static String part(TypeMirror type) {
    return (isNullable(type) ? "?" : "") + key(type);
  }

  private static String name(TypeMirror type, int form) {
    if (type instanceof ArrayType array) {
      return "ArrayOf" + part(array.getComponentType(), form);
    }
    if (!(type instanceof DeclaredType declared)) {
      return type instanceof WildcardType ? "Any" : pascal(type.getKind().name());
    }
    String arguments =
        declared.getTypeArguments().stream()
            .map(argument -> part(argument, form))
            .collect(Collectors.joining("And"));
    return ascii(own(declared.asElement(), form)) + (arguments.isEmpty() ? "" : "Of" + arguments);
  }

  private static String part(TypeMirror type, int form) {
    return (isNullable(type) ? "Nullable" : "") + name(type, form);
  }

  private static String own(Element type, int form) {
    List<String> parts = new ArrayList<>(List.of(type.getSimpleName().toString()));
    Element around = type.getEnclosingElement();
    for (; form >= NESTED && around instanceof TypeElement; around = around.getEnclosingElement()) {
      parts.add(0, around.getSimpleName().toString());
    }
    if (form == QUALIFIED && around instanceof PackageElement home) {
      parts.add(0, Naming.pascal(home.getQualifiedName().toString()));
    }
    return String.join("", parts);
  }

  private static String pascal(String constant) {
    return Naming.capitalised(constant.toLowerCase(Locale.ROOT));
  }

  /** Keys in a document may only have letters, digits and few signs. */
  private static String ascii(String name) {
    return name.codePoints()
        .mapToObj(point -> isPlain(point) ? Character.toString(point) : "u%04X".formatted(point))
        .collect(Collectors.joining());
  }

  private static boolean isPlain(int point) {
    return point == '_' || (point < 128 && Character.isLetterOrDigit(point));
  }

  private static boolean isNullable(TypeMirror type) {
    return type.getAnnotationMirrors().stream()
        .anyMatch(
            one -> one.getAnnotationType().asElement().getSimpleName().contentEquals("Nullable"));
  }
}
