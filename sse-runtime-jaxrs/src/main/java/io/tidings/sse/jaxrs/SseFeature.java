package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Brings the streams of the class path into a Jakarta REST application. Immutable; one instance may
 * be registered with several applications.
 */
public final class SseFeature implements Feature {

  private static final Logger LOGGER = System.getLogger(SseFeature.class.getName());

  private final @Nullable Hub hub;
  private final Set<Class<?>> only;
  private final String clientIdHeader;

  /** A feature that makes a hub for each application and closes it with the application. */
  public SseFeature() {
    this(null, Set.of(), Claims.CLIENT_ID_HEADER);
  }

  private SseFeature(@Nullable Hub hub, Set<Class<?>> only, String clientIdHeader) {
    this.hub = hub;
    this.only = only;
    this.clientIdHeader = clientIdHeader;
  }

  /**
   * A feature whose streams read from this hub; whoever made the hub closes it.
   *
   * @param hub the hub
   * @return a new feature
   */
  public static SseFeature of(Hub hub) {
    return new SseFeature(Objects.requireNonNull(hub, "hub"), Set.of(), Claims.CLIENT_ID_HEADER);
  }

  /**
   * The same feature for some streams only.
   *
   * @param streams the annotated interfaces
   * @return a new feature
   */
  public SseFeature only(Class<?>... streams) {
    return new SseFeature(hub, Set.of(streams), clientIdHeader);
  }

  /**
   * The same feature with another request header for the client id, instead of {@code
   * sse-clientid}.
   *
   * @param name the header
   * @return a new feature
   */
  public SseFeature clientIdHeader(String name) {
    return new SseFeature(hub, only, Objects.requireNonNull(name, "name"));
  }

  @Override
  public boolean configure(FeatureContext context) {
    Configuration application = context.getConfiguration();
    if (application.isRegistered(Lifecycle.class)) {
      return false;
    }
    Collection<SseResource<?>> resources = selected(ResourceIndex.ofThisThread().resources());
    if (resources.isEmpty()) {
      LOGGER.log(
          Level.WARNING,
          "no generated resource is listed in any {0}; is sse-processor on the processor path?",
          ResourceIndex.LOCATION);
    }
    Hub used = hub == null ? Hub.create() : hub;
    context.register(new Lifecycle(used, hub == null));
    context.register(new StreamBinding(used, clientIdHeader));
    Transports.register(context);
    if (Injection.isHk2()) {
      Injection.register(context, used, resources);
    }
    resources.stream()
        .filter(resource -> !application.isRegistered(resource.getClass()))
        .forEach(context::register);
    return true;
  }

  private Collection<SseResource<?>> selected(Collection<SseResource<?>> found) {
    Set<Class<?>> types =
        found.stream().map(resource -> resource.stream().type()).collect(Collectors.toSet());
    for (Class<?> stream : only) {
      if (!types.contains(stream)) {
        throw new IllegalStateException(
            "stream "
                + stream.getName()
                + " must be listed in a "
                + ResourceIndex.LOCATION
                + "; was not among "
                + types
                + ". Compile it with sse-processor on the processor path");
      }
    }
    return found.stream()
        .filter(resource -> only.isEmpty() || only.contains(resource.stream().type()))
        .toList();
  }
}
