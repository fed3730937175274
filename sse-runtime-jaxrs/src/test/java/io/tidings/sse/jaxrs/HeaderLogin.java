package io.tidings.sse.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.SecurityContext;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Believes the headers {@code x-user} and {@code x-roles}, as only a test may. */
@Priority(Priorities.AUTHENTICATION)
final class HeaderLogin implements ContainerRequestFilter {

  @Override
  public void filter(ContainerRequestContext request) {
    String user = request.getHeaderString("x-user");
    String roles = request.getHeaderString("x-roles");
    request.setSecurityContext(
        new Login(user, roles == null ? List.of() : List.of(roles.split(","))));
  }

  private record Login(@Nullable String user, List<String> roles) implements SecurityContext {

    @Override
    public @Nullable Principal getUserPrincipal() {
      return user == null ? null : () -> user;
    }

    @Override
    public boolean isUserInRole(String role) {
      return roles.contains(role);
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return "Basic";
    }
  }
}
