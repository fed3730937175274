package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import jakarta.ws.rs.core.SecurityContext;
import java.time.Duration;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a feature was told.
 *
 * @param hub the hub; null for one that is made for each application
 * @param only the annotated interfaces to be served; empty for all
 * @param clientIdHeader the request header that carries the client's name for itself
 * @param transport which ways out may be taken
 * @param tickets how long tickets are good for; null for no tickets
 * @param gzip whether streams are compressed for clients that accept it
 * @param console where the console is and for whom; null for no console
 * @param origins whose pages may read
 */
record FeatureSettings(
    @Nullable Hub hub,
    Set<Class<?>> only,
    String clientIdHeader,
    Transport transport,
    @Nullable Duration tickets,
    boolean gzip,
    @Nullable ConsolePlace console,
    Origins origins) {

  /** Where the console is, and who may see it. */
  record ConsolePlace(String path, Predicate<SecurityContext> guard) {}

  static FeatureSettings of(@Nullable Hub hub) {
    return new FeatureSettings(
        hub,
        Set.of(),
        Claims.CLIENT_ID_HEADER,
        Transport.AUTOMATIC,
        null,
        false,
        null,
        Origins.none());
  }

  FeatureSettings withOnly(Set<Class<?>> streams) {
    return new FeatureSettings(
        hub, streams, clientIdHeader, transport, tickets, gzip, console, origins);
  }

  FeatureSettings withClientIdHeader(String name) {
    return new FeatureSettings(hub, only, name, transport, tickets, gzip, console, origins);
  }

  FeatureSettings withTransport(Transport other) {
    return new FeatureSettings(hub, only, clientIdHeader, other, tickets, gzip, console, origins);
  }

  FeatureSettings withTickets(Duration lifetime) {
    return new FeatureSettings(
        hub, only, clientIdHeader, transport, lifetime, gzip, console, origins);
  }

  FeatureSettings withGzip() {
    return new FeatureSettings(
        hub, only, clientIdHeader, transport, tickets, true, console, origins);
  }

  FeatureSettings withConsole(ConsolePlace place) {
    return new FeatureSettings(hub, only, clientIdHeader, transport, tickets, gzip, place, origins);
  }

  FeatureSettings withOrigins(Origins other) {
    return new FeatureSettings(hub, only, clientIdHeader, transport, tickets, gzip, console, other);
  }
}
