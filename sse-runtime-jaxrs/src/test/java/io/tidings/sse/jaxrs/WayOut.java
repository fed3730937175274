package io.tidings.sse.jaxrs;

import jakarta.ws.rs.core.Application;
import jakarta.ws.rs.ext.WriterInterceptor;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import org.glassfish.jersey.server.ResourceConfig;

/** A container, and the way that streams take out of it. */
@SuppressWarnings("ImmutableEnumChecker") // its containers are method references
enum WayOut {
  JETTY_HANDED_OVER(KitServers::jettyEe11, "Jetty's connection, handed over"),
  JETTY_EE10_HANDED_OVER(KitServers::jettyEe10, "Jetty's connection, handed over"),
  JETTY_SERVLET(KitServers::jettyBehindAHandler, "the servlet container's non-blocking output"),
  JETTY_PORTABLE(KitServers::jettyEe11, ""),
  TOMCAT_SERVLET(KitServers::tomcat, "the servlet container's non-blocking output"),
  TOMCAT_PORTABLE(KitServers::tomcat, ""),
  UNDERTOW_SERVLET(KitServers::undertow, "the servlet container's non-blocking output"),
  UNDERTOW_PORTABLE(KitServers::undertow, ""),
  GRIZZLY_CONNECTION(KitServers::grizzly, "Grizzly's connection"),
  GRIZZLY_WORKERS_CONNECTION(KitServers::grizzlyWithWorkers, "Grizzly's connection"),
  GRIZZLY_PORTABLE(KitServers::grizzly, ""),
  JETTY_TLS(SecureServers::jetty, "the servlet container's non-blocking output"),
  TOMCAT_TLS(SecureServers::tomcat, "the servlet container's non-blocking output"),
  UNDERTOW_TLS(SecureServers::undertow, "the servlet container's non-blocking output"),
  GRIZZLY_TLS(SecureServers::grizzly, "");

  /** Starts a server whose connections may be idle for so long. */
  private interface Container {
    KitServers.Running start(Application application, Duration idle) throws Exception;
  }

  private final Container container;

  /** What it is called in the log; nothing where streams stay in the event sink. */
  final String name;

  WayOut(Container container, String name) {
    this.container = container;
    this.name = name;
  }

  KitServers.Running start(ResourceConfig application, Duration idle) throws Exception {
    if (isPortable() && !isEncrypted()) {
      application.register(seeingEveryByte());
    }
    return container.start(application, idle);
  }

  boolean isPortable() {
    return name.isEmpty();
  }

  /** Whether nothing but TLS is in the way of a better one. */
  boolean isEncrypted() {
    return name().endsWith("TLS");
  }

  /** Whether a peer's farewell is noticed before anything is written to it. */
  boolean noticesAFarewellWhileIdle() {
    return name.endsWith("handed over") || name.startsWith("Grizzly");
  }

  /**
   * Whether nobody but the container can end a blocking write: Tomcat would use the response for
   * its next request while the write is still in it.
   */
  boolean endsStuckWritesItself() {
    return this == TOMCAT_PORTABLE;
  }

  /** Whether a cut frees the kernel at once of what a stuck peer has not taken. */
  boolean discardsWhatIsUnsent() {
    return !name().startsWith("TOMCAT") && this != UNDERTOW_PORTABLE;
  }

  private static WriterInterceptor seeingEveryByte() {
    return context -> {
      context.setOutputStream(new Seeing(context.getOutputStream()));
      context.proceed();
    };
  }

  private static final class Seeing extends FilterOutputStream {

    Seeing(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }
  }
}
