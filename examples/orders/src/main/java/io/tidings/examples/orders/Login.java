package io.tidings.examples.orders;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Base64;

/** Knows customers by name and password, as HTTP's Basic scheme sends them. */
@Priority(Priorities.AUTHENTICATION)
final class Login implements ContainerRequestFilter {

  private static final String SCHEME = "Basic ";

  private record Customer(String name) implements SecurityContext {
    @Override
    public Principal getUserPrincipal() {
      return () -> name;
    }

    @Override
    public boolean isUserInRole(String role) {
      return role.equals("customer");
    }

    @Override
    public boolean isSecure() {
      return false;
    }

    @Override
    public String getAuthenticationScheme() {
      return SecurityContext.BASIC_AUTH;
    }
  }

  @Override
  public void filter(ContainerRequestContext request) {
    String header = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.startsWith(SCHEME)) {
      return; // nobody, or somebody with a ticket
    }
    byte[] decoded = Base64.getMimeDecoder().decode(header.substring(SCHEME.length()));
    String[] parts = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
    if (parts.length == 2 && Shop.knows(parts[0], parts[1])) {
      request.setSecurityContext(new Customer(parts[0]));
    }
  }
}
