package io.tidings.sse.jaxrs.console;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.Hub;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.glassfish.jersey.process.Inflector;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceModel;

/**
 * Adds the console to an application: a page with its files, a button that disconnects, and the
 * stream that feeds them; all for those only whom the guard lets in.
 */
public final class ConsoleFeature implements DynamicFeature, ModelProcessor {

  private final Hub hub;
  private final String path;
  private final Predicate<SecurityContext> guard;

  /**
   * A console of this hub.
   *
   * @param hub what is shown
   * @param path where the page is, relative to the application
   * @param guard who may see it
   */
  public ConsoleFeature(Hub hub, String path, Predicate<SecurityContext> guard) {
    this.hub = hub;
    this.path = path.startsWith("/") ? path.substring(1) : path;
    this.guard = guard;
  }

  /**
   * Registers the console with an application.
   *
   * @param context the application
   */
  public void register(FeatureContext context) {
    hub.sources(new HubView(hub));
    context.register(this);
    context.register(ConsoleResource.class);
  }

  @Override
  public void configure(ResourceInfo method, FeatureContext context) {
    if (method.getResourceClass() == ConsoleResource.class) {
      ContainerRequestFilter filter = request -> refusal(request).ifPresent(request::abortWith);
      context.register(new Gate(filter), Priorities.AUTHORIZATION);
    }
  }

  /** A class of its own, because components are told apart by their classes. */
  private record Gate(ContainerRequestFilter filter) implements ContainerRequestFilter {
    @Override
    public void filter(ContainerRequestContext request) throws IOException {
      filter.filter(request);
    }
  }

  private Optional<Response> refusal(ContainerRequestContext request) {
    SecurityContext caller = request.getSecurityContext();
    if (guard.test(caller)) {
      return Optional.empty();
    }
    if (caller.getUserPrincipal() != null) {
      return Optional.of(Response.status(Response.Status.FORBIDDEN).build());
    }
    String scheme = caller.getAuthenticationScheme();
    return Optional.of(
        Response.status(Response.Status.UNAUTHORIZED)
            .header("WWW-Authenticate", scheme == null || scheme.isEmpty() ? "Bearer" : scheme)
            .build());
  }

  @Override
  public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
    ResourceModel.Builder changed = new ResourceModel.Builder(model, false);
    changed.addResource(resource(path, "GET", request -> file(request, "index.html")));
    for (String name : List.of("console.css", "console.js")) {
      changed.addResource(resource(path + '/' + name, "GET", request -> file(request, name)));
    }
    changed.addResource(resource(path + "/disconnect", "POST", this::disconnect));
    return changed.build();
  }

  @Override
  public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
    return model;
  }

  private Resource resource(
      String at, String method, Function<ContainerRequestContext, Response> answer) {
    Resource.Builder resource = Resource.builder(at);
    resource.addMethod(method).handledBy(new Door(this, answer));
    return resource.build();
  }

  /** One path behind the guard; a class, because Jersey asks for the types of its parameters. */
  private record Door(ConsoleFeature console, Function<ContainerRequestContext, Response> answer)
      implements Inflector<ContainerRequestContext, Response> {
    @Override
    public Response apply(ContainerRequestContext request) {
      return console.refusal(request).orElseGet(() -> answer.apply(request));
    }
  }

  private Response file(ContainerRequestContext request, String name) {
    return ConsoleFile.of(name).response(request.getUriInfo().getBaseUri().getPath(), path);
  }

  /** The header cannot be sent by a form of another site. */
  private Response disconnect(ContainerRequestContext request) {
    String client = request.getUriInfo().getQueryParameters().getFirst("client");
    if (client == null || request.getHeaderString("x-tidings-console") == null) {
      return Response.status(Response.Status.BAD_REQUEST).build();
    }
    List<Connection> connections = hub.connectionsOfClient(client);
    connections.forEach(connection -> connection.close(CloseReason.CLOSED_BY_SERVER));
    return Response.ok("{\"disconnected\":" + connections.size() + "}", "application/json").build();
  }
}
