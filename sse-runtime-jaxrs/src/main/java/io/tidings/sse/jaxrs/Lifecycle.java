package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PayloadCodec;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Providers;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import org.glassfish.jersey.server.monitoring.ApplicationEvent;
import org.glassfish.jersey.server.monitoring.ApplicationEventListener;
import org.glassfish.jersey.server.monitoring.RequestEvent;
import org.glassfish.jersey.server.monitoring.RequestEventListener;
import org.glassfish.jersey.server.spi.Container;
import org.glassfish.jersey.server.spi.ContainerLifecycleListener;
import org.jspecify.annotations.Nullable;

/** A hub's part in one application's life: starts with it, and ends with it if it is its own. */
final class Lifecycle implements ApplicationEventListener, ContainerLifecycleListener {

  private static final Logger LOGGER = System.getLogger(SseFeature.class.getName());

  /** What a container that stops is asked to wait for readers to go, if it need not be longer. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final Hub hub;
  private final Door door;
  private final boolean owned;

  // Set by Jersey, before and at the first event.
  @Context private @Nullable Providers providers;
  private @Nullable PayloadCodec codec;

  Lifecycle(Door door, boolean owned) {
    this.hub = door.hub();
    this.door = door;
    this.owned = owned;
  }

  @Override
  public void onEvent(ApplicationEvent event) {
    // The earliest moment at which writers can be asked for; the server starts later.
    if (event.getType() == ApplicationEvent.Type.INITIALIZATION_APP_FINISHED && providers != null) {
      codec = new ProvidersCodec(providers);
      ApplicationJson.of(hub).join(codec);
    }
  }

  @Override
  public @Nullable RequestEventListener onRequest(RequestEvent request) {
    return null;
  }

  @Override
  public void onStartup(Container container) {
    if (!Containers.canStream(container)) {
      throw Containers.refused(container);
    }
    if (Containers.isWeak(container)) {
      LOGGER.log(
          Level.WARNING,
          "container {0} serves few event streams; prefer Grizzly, Jetty or a servlet container",
          container.getClass().getName());
    }
  }

  @Override
  public void onReload(Container container) {
    // The container starts and shuts down as well.
  }

  @Override
  public void onShutdown(Container container) {
    if (codec != null) {
      ApplicationJson.of(hub).leave(codec);
    }
    if (owned) {
      hub.close(PATIENCE);
    } else if (Containers.listensUntilTheEnd(container)) {
      door.closeBeforeServer(PATIENCE);
    } else {
      door.close(PATIENCE);
    }
  }
}
