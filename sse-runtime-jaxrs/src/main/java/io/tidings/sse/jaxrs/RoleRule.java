package io.tidings.sse.jaxrs;

import jakarta.annotation.security.DenyAll;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which roles may call a resource method, as its annotations or else those of its class say.
 *
 * @param roles the roles, of which one is needed; null when none is
 */
record RoleRule(@Nullable List<String> roles) {

  private static final RoleRule EVERYBODY = new RoleRule(null);
  private static final RoleRule NOBODY = new RoleRule(List.of());

  static RoleRule of(Method method) {
    RoleRule own = declared(method);
    return own == null ? of(method.getDeclaringClass()) : own;
  }

  static RoleRule of(Class<?> resource) {
    RoleRule own = declared(resource);
    return own == null ? EVERYBODY : own;
  }

  private static @Nullable RoleRule declared(AnnotatedElement element) {
    if (element.isAnnotationPresent(DenyAll.class)) {
      return NOBODY;
    }
    RolesAllowed allowed = element.getAnnotation(RolesAllowed.class);
    if (allowed != null) {
      return new RoleRule(List.of(allowed.value()));
    }
    return element.isAnnotationPresent(PermitAll.class) ? EVERYBODY : null;
  }

  boolean admits(SecurityContext caller) {
    return roles == null || roles.stream().anyMatch(caller::isUserInRole);
  }
}
