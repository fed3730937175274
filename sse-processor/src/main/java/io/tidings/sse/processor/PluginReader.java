package io.tidings.sse.processor;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Reads the classes of the user that annotations name: filters and guards. */
final class PluginReader {
  private final Environment environment;
  private final Findings findings;
  private final Types types;

  PluginReader(Environment environment, Findings findings) {
    this.environment = environment;
    this.findings = findings;
    this.types = environment.types();
  }

  Optional<TypeMirror> guard(Annotated annotation) {
    Optional<TypeMirror> named = annotation.get("value", TypeMirror.class);
    return named.filter(
        type ->
            is(type, RuntimeTypes.SUBSCRIPTION_GUARD, Diagnostic.GUARD_TYPE, annotation, type)
                && isInstantiable(annotation, type));
  }

  Optional<TypeMirror> filter(Annotated annotation, TypeMirror payload) {
    Optional<TypeMirror> named = annotation.get("value", TypeMirror.class);
    TypeMirror boxed = boxed(payload);
    return named.filter(
        type ->
            is(type, RuntimeTypes.EVENT_FILTER, Diagnostic.FILTER_TYPE, annotation, type, boxed)
                && accepts(annotation, type, boxed)
                && isInstantiable(annotation, type));
  }

  private TypeMirror boxed(TypeMirror type) {
    return type.getKind().isPrimitive() ? types.boxedClass((PrimitiveType) type).asType() : type;
  }

  private boolean is(
      TypeMirror type, String wanted, Diagnostic otherwise, Annotated annotation, Object... facts) {
    TypeElement element = environment.elements().getTypeElement(wanted);
    boolean good =
        element != null
            && type.getKind() == TypeKind.DECLARED
            && types.isAssignable(types.erasure(type), types.erasure(element.asType()));
    if (!good) {
      findings.report(otherwise, annotation.anchor("value"), facts);
    }
    return good;
  }

  private boolean accepts(Annotated annotation, TypeMirror filter, TypeMirror payload) {
    Optional<TypeMirror> accepted =
        supertype(filter, RuntimeTypes.EVENT_FILTER)
            .flatMap(type -> type.getTypeArguments().stream().findFirst());
    if (accepted.isPresent() && !types.isAssignable(payload, bound(accepted.get()))) {
      findings.report(
          Diagnostic.FILTER_PAYLOAD, annotation.anchor("value"), filter, accepted.get(), payload);
      return false;
    }
    return true;
  }

  private static TypeMirror bound(TypeMirror argument) {
    return argument instanceof WildcardType wildcard && wildcard.getSuperBound() != null
        ? wildcard.getSuperBound()
        : argument;
  }

  private Optional<DeclaredType> supertype(TypeMirror type, String wanted) {
    if (type instanceof DeclaredType declared
        && ((TypeElement) declared.asElement()).getQualifiedName().contentEquals(wanted)) {
      return Optional.of(declared);
    }
    return types.directSupertypes(type).stream()
        .flatMap(parent -> supertype(parent, wanted).stream())
        .findFirst();
  }

  private boolean isInstantiable(Annotated annotation, TypeMirror type) {
    TypeElement element = (TypeElement) ((DeclaredType) type).asElement();
    PackageElement here = environment.elements().getPackageOf(annotation.element());
    boolean samePackage = here.equals(environment.elements().getPackageOf(element));
    String problem = problem(element, samePackage);
    if (problem != null) {
      String name = annotation.simpleName();
      Anchor anchor = annotation.anchor("value");
      findings.report(Diagnostic.CLASS_NOT_INSTANTIABLE, anchor, name, type, problem);
    }
    return problem == null;
  }

  private static @Nullable String problem(TypeElement type, boolean samePackage) {
    if (type.getKind() != ElementKind.CLASS && type.getKind() != ElementKind.RECORD) {
      return "which is no class";
    }
    if (type.getModifiers().contains(ABSTRACT)) {
      return "which is abstract";
    }
    if (type.getNestingKind().isNested() && !type.getModifiers().contains(STATIC)) {
      return "which needs an instance of the class around it";
    }
    for (Element e = type; e instanceof TypeElement; e = e.getEnclosingElement()) {
      if (!isVisible(e, samePackage)) {
        return "which is not visible";
      }
    }
    return ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
            .anyMatch(c -> c.getParameters().isEmpty() && isVisible(c, samePackage))
        ? null
        : "which has no such constructor";
  }

  private static boolean isVisible(Element element, boolean samePackage) {
    return element.getModifiers().contains(PUBLIC)
        || (samePackage && !element.getModifiers().contains(PRIVATE));
  }
}
