package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import org.glassfish.jersey.server.model.ModelProcessor;
import org.glassfish.jersey.server.model.Resource;
import org.glassfish.jersey.server.model.ResourceMethod;
import org.glassfish.jersey.server.model.ResourceModel;

/** Adds {@code POST …/ticket} beside every stream, under the stream's own name bindings. */
final class TicketRoutes implements ModelProcessor {

  private final Hub hub;
  private final Duration lifetime;

  TicketRoutes(Hub hub, Duration lifetime) {
    this.hub = hub;
    this.lifetime = lifetime;
  }

  @Override
  public ResourceModel processResourceModel(ResourceModel model, Configuration configuration) {
    ResourceModel.Builder changed = new ResourceModel.Builder(false);
    for (Resource resource : model.getResources()) {
      changed.addResource(resource);
      resource.getHandlerClasses().stream()
          .filter(SseResource.class::isAssignableFrom)
          .findFirst()
          .ifPresent(type -> changed.addResource(desk(resource, type)));
    }
    return changed.build();
  }

  @Override
  public ResourceModel processSubResource(ResourceModel model, Configuration configuration) {
    return model;
  }

  private Resource desk(Resource stream, Class<?> type) {
    StreamDefinition definition = ResourceEntry.instanceOf(type).stream();
    Resource.Builder desk = Resource.builder(stream.getPath() + "/ticket");
    ResourceMethod.Builder method =
        desk.addMethod("POST").produces(MediaType.APPLICATION_JSON_TYPE);
    List<ResourceMethod> methods = stream.getAllMethods();
    if (!methods.isEmpty()) {
      method.nameBindings(methods.get(0).getNameBindings());
    }
    method.handledBy(new TicketDesk(hub, definition, TopicRoles.of(definition, type), lifetime));
    return desk.build();
  }
}
