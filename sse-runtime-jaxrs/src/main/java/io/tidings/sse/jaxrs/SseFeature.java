package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.console.ConsoleFeature;
import io.tidings.sse.metrics.HubMetrics;
import jakarta.ws.rs.core.Configuration;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Brings the streams of the class path into a Jakarta REST application. Immutable; one instance may
 * be registered with several applications.
 */
public final class SseFeature implements Feature {

  private static final Logger LOGGER = System.getLogger(SseFeature.class.getName());
  private static final Duration LONGEST_TICKET = Duration.ofDays(1);

  private final FeatureSettings settings;

  /** A feature that makes a hub for each application and closes it with the application. */
  public SseFeature() {
    this(FeatureSettings.of(null));
  }

  private SseFeature(FeatureSettings settings) {
    this.settings = settings;
  }

  /**
   * A feature whose streams read from this hub; whoever made the hub closes it.
   *
   * @param hub the hub
   * @return a new feature
   */
  public static SseFeature of(Hub hub) {
    return new SseFeature(FeatureSettings.of(Objects.requireNonNull(hub, "hub")));
  }

  /**
   * The same feature for some streams only.
   *
   * @param streams the annotated interfaces
   * @return a new feature
   */
  public SseFeature only(Class<?>... streams) {
    return new SseFeature(settings.withOnly(Set.of(streams)));
  }

  /**
   * The same feature with another request header for the client id, instead of {@code
   * sse-clientid}.
   *
   * @param name the header
   * @return a new feature
   */
  public SseFeature clientIdHeader(String name) {
    return new SseFeature(settings.withClientIdHeader(Objects.requireNonNull(name, "name")));
  }

  /**
   * The same feature with these ways out of the container, instead of {@link Transport#AUTOMATIC}.
   * The log says once, at level INFO, which one is in use and why.
   *
   * @param transport which ways out may be taken
   * @return a new feature
   */
  public SseFeature transport(Transport transport) {
    return new SseFeature(settings.withTransport(Objects.requireNonNull(transport, "transport")));
  }

  /**
   * The same feature, which takes no connection over: {@link Transport#STANDARD}.
   *
   * @return a new feature
   */
  public SseFeature withoutTakeovers() {
    return transport(Transport.STANDARD);
  }

  /**
   * The same feature, which also gives tickets to clients that cannot send headers, such as a
   * browser's {@code EventSource}: {@code POST …/ticket?topic=…} as somebody who may read the
   * topics answers <code>{"ticket":"…","expiresIn":60}</code>, and {@code ?ticket=…} on the stream
   * then stands for that principal. A ticket is kept in memory, good for these topics only, and for
   * the one client that redeems it first, which may reconnect with it until it expires.
   *
   * @param lifetime how long a ticket is good for; a minute or a few, as it may be found in the
   *     access logs of proxies
   * @return a new feature
   */
  public SseFeature tickets(Duration lifetime) {
    if (lifetime.toSeconds() < 1 || lifetime.compareTo(LONGEST_TICKET) > 0) {
      throw new IllegalArgumentException(
          "ticket lifetime must be from one second to one day; was " + lifetime);
    }
    return new SseFeature(settings.withTickets(lifetime));
  }

  /**
   * The same feature, whose streams may be read by pages of these origins (CORS); without it, by
   * those of the application's own alone. For generated resources.
   *
   * @param origins whose pages may read
   * @return a new feature
   */
  public SseFeature origins(Origins origins) {
    return new SseFeature(settings.withOrigins(Objects.requireNonNull(origins, "origins")));
  }

  /**
   * The same feature, which compresses the streams of clients that accept gzip. Events that several
   * readers get are compressed once for all of them. Off by default: where a stream mixes secrets
   * with text that an attacker chooses, the length of what is sent tells about the secrets.
   *
   * @return a new feature
   */
  public SseFeature gzip() {
    return new SseFeature(settings.withGzip());
  }

  /**
   * The same feature with the console: one page that shows the hub at work, live, for callers in
   * this role.
   *
   * @param path where the page is, relative to the application
   * @param role who may see it and disconnect clients
   * @return a new feature
   */
  public SseFeature console(String path, String role) {
    Objects.requireNonNull(role, "role");
    return console(path, caller -> caller.isUserInRole(role));
  }

  /**
   * The same feature with the console: one page that shows the hub at work, live. There is none
   * without a guard, because it shows who reads what.
   *
   * @param path where the page is, relative to the application
   * @param guard says whether a caller may see it and disconnect clients
   * @return a new feature
   */
  public SseFeature console(String path, Predicate<SecurityContext> guard) {
    if (path.replace("/", "").isEmpty() || path.contains("{")) {
      throw new IllegalArgumentException("console path must be a plain path; was \"" + path + '"');
    }
    Objects.requireNonNull(guard, "guard");
    return new SseFeature(settings.withConsole(new FeatureSettings.ConsolePlace(path, guard)));
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
    Hub given = settings.hub();
    Hub used = given == null ? Hub.create() : given;
    Door door = new Door(used);
    context.register(new Lifecycle(door, given == null));
    context.register(new StreamBinding(door, settings));
    Duration tickets = settings.tickets();
    if (tickets != null) {
      context.register(new TicketRoutes(used, tickets));
    }
    FeatureSettings.ConsolePlace console = settings.console();
    if (console != null) {
      new ConsoleFeature(used, console.path(), console.guard()).register(context);
    }
    if (ClassPath.has("io.micrometer.core.instrument.Metrics")) {
      HubMetrics.bindGlobally(used);
    }
    if (settings.origins().isOpen()) {
      CrossOrigin rules = new CrossOrigin(settings.origins());
      context.register(new Preflight(rules, settings.clientIdHeader()));
    }
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
    Set<Class<?>> only = settings.only();
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
