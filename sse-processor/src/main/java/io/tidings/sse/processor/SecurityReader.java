package io.tidings.sse.processor;

import java.util.List;
import java.util.Set;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;

/** Finds the annotations that belong on the generated resource: roles and name bindings. */
final class SecurityReader {
  private static final Set<String> ROLES =
      Set.of(
          "jakarta.annotation.security.RolesAllowed",
          "jakarta.annotation.security.PermitAll",
          "jakarta.annotation.security.DenyAll");

  private final Findings findings;

  SecurityReader(Findings findings) {
    this.findings = findings;
  }

  List<AnnotationMirror> ofType(TypeElement stream) {
    return Annotated.all(stream).stream()
        .filter(one -> ROLES.contains(one.name()) || isNameBinding(one))
        .map(Annotated::mirror)
        .toList();
  }

  List<AnnotationMirror> ofMethod(ExecutableElement method) {
    Annotated.all(method).stream().filter(SecurityReader::isNameBinding).forEach(this::refuse);
    return Annotated.all(method).stream()
        .filter(one -> ROLES.contains(one.name()))
        .map(Annotated::mirror)
        .toList();
  }

  private void refuse(Annotated binding) {
    Element method = binding.element();
    findings.report(
        Diagnostic.NAME_BINDING_ON_METHOD, binding.anchor(), binding.simpleName(), method);
  }

  private static boolean isNameBinding(Annotated annotation) {
    return Annotated.find(annotation.type(), "jakarta.ws.rs.NameBinding").isPresent();
  }
}
