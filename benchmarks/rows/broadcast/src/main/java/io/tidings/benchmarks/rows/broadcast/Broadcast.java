package io.tidings.benchmarks.rows.broadcast;

import io.tidings.benchmarks.harness.RowServer;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseBroadcaster;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The resource: every reader's sink joins the broadcaster of whoever implements the API. */
@Path("/events")
public final class Broadcast {

  private final Set<SseEventSink> sinks = ConcurrentHashMap.newKeySet();
  private final ReentrantLock lock = new ReentrantLock();
  private volatile @Nullable Sse sse;
  private volatile @Nullable SseBroadcaster broadcaster;

  /** A resource without readers, for an application that is given this very one. */
  public Broadcast() {}

  /** One reader. */
  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  public void subscribe(@Context SseEventSink sink, @Context Sse factory) {
    broadcaster(factory).register(sink);
    sinks.add(sink);
  }

  private SseBroadcaster broadcaster(Sse factory) {
    SseBroadcaster existing = broadcaster;
    if (existing != null) {
      return existing;
    }
    lock.lock();
    try {
      return broadcaster == null ? make(factory) : broadcaster;
    } finally {
      lock.unlock();
    }
  }

  private SseBroadcaster make(Sse factory) {
    SseBroadcaster made = factory.newBroadcaster();
    made.onClose(sinks::remove);
    made.onError((sink, failure) -> sinks.remove(sink));
    sse = factory;
    broadcaster = made;
    return made;
  }

  /** Broadcasts one event. */
  public void send(String id, String data) {
    Sse factory = sse;
    SseBroadcaster target = broadcaster;
    if (factory != null && target != null) {
      OutboundSseEvent event =
          factory.newEventBuilder().id(id).name(RowServer.EVENT).data(String.class, data).build();
      // Failures reach onError; nobody waits for the stage, or one slow reader would hold all.
      var unused = target.broadcast(event);
    }
  }

  /** How many readers there are. */
  public int readers() {
    return sinks.size();
  }
}
