package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.StreamDefinition;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Puts admission before, and the headers of a stream behind, every method of its resource. */
final class StreamBinding implements DynamicFeature {

  // Request filters and interceptors run from the lowest priority up, response filters down;
  // Jersey ignores those below one.
  private static final int LOWEST = 1;
  private static final int HIGHEST = Integer.MAX_VALUE;

  private final Door door;
  private final FeatureSettings settings;
  private final Takeovers takeovers;
  private final Map<Class<?>, StreamDefinition> streams = new ConcurrentHashMap<>();

  StreamBinding(Door door, FeatureSettings settings) {
    this.door = door;
    this.settings = settings;
    this.takeovers = new Takeovers(settings.transport());
  }

  @Override
  public void configure(ResourceInfo method, FeatureContext context) {
    Class<?> resource = method.getResourceClass();
    if (resource == null) {
      return;
    }
    if (SseResource.class.isAssignableFrom(resource)) {
      bindStream(resource, method.getResourceMethod(), context);
    } else if (resource == TicketDesk.class) {
      context.register(new CrossOrigin(settings.origins()), LOWEST);
    } else if (hasEventSink(method.getResourceMethod())) {
      bindConnections(context);
    }
  }

  private static boolean hasEventSink(Method method) {
    return Arrays.asList(method.getParameterTypes()).contains(SseEventSink.class);
  }

  /** Does nothing to a response that is not made a connection of ours. */
  private void bindConnections(FeatureContext context) {
    context.register(new ConnectionOpener(door, settings.clientIdHeader()), HIGHEST);
    if (settings.gzip()) {
      context.register(new Compression());
    }
    takeovers.bind(context);
    context.register(new ConnectionHeaders(), LOWEST);
    context.register(new ResponseBeginning(), HIGHEST);
    context.register(new EncodingGuard.Outer(), LOWEST);
    context.register(new EncodingGuard.Inner(), HIGHEST);
  }

  private void bindStream(Class<?> resource, Method method, FeatureContext context) {
    StreamDefinition stream = streams.computeIfAbsent(resource, StreamBinding::stream);
    Route route = Route.of(stream, method);
    TopicRoles roles = TopicRoles.of(stream, resource);
    context.register(new CrossOrigin(settings.origins()), LOWEST);
    context.register(
        new AdmissionFilter(door, stream, route, roles, settings.clientIdHeader()), HIGHEST);
    if (settings.tickets() != null) {
      TicketLogin login = new TicketLogin(door.hub());
      context.register(login, Priorities.AUTHENTICATION - 1);
      context.register(new TicketLogin.Again(login), Priorities.AUTHENTICATION + 1);
    }
    if (settings.gzip()) {
      context.register(new Compression());
    }
    takeovers.bind(context);
    context.register(new StreamHeaders(), LOWEST);
    context.register(new ResponseBeginning(), HIGHEST);
    context.register(new EncodingGuard.Outer(), LOWEST);
    context.register(new EncodingGuard.Inner(), HIGHEST);
  }

  private static StreamDefinition stream(Class<?> resource) {
    return ResourceEntry.instanceOf(resource).stream();
  }
}
