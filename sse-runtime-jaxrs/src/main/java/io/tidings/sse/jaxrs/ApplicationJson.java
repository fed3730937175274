package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PayloadCodec;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The JSON of the applications that share a hub: of one after the other, or of several at once that
 * write alike. Safe for any thread.
 */
final class ApplicationJson implements PayloadCodec, AutoCloseable {

  private final Hub hub;
  private final ReentrantLock lock = new ReentrantLock();

  // Guarded by the lock.
  private final List<PayloadCodec> live = new ArrayList<>();

  // Written under the lock, read by publishers. The last one stays when its application ends.
  private volatile PayloadCodec current = NobodysJson.INSTANCE;

  private ApplicationJson(Hub hub) {
    this.hub = hub;
  }

  static ApplicationJson of(Hub hub) {
    return hub.companion(ApplicationJson.class, ApplicationJson::new);
  }

  /** Takes in a starting application, unless the hub has a codec of its own. */
  void join(PayloadCodec application) {
    if (!hub.bindCodec(this, this)) {
      return;
    }
    lock.lock();
    try {
      if (!live.isEmpty()) {
        requireAlike(live.get(0), application);
      }
      live.add(application);
      current = application;
    } finally {
      lock.unlock();
    }
  }

  private static void requireAlike(PayloadCodec first, PayloadCodec second) {
    if (!WritingStyle.of(first).equals(WritingStyle.of(second))) {
      throw new IllegalStateException(
          "applications that share a hub must write JSON alike; were two with different writers."
              + " Give the hub a codec of its own, Hub.builder().codec(...), or each application"
              + " its own hub");
    }
  }

  /** Forgets an application that has ended. */
  void leave(PayloadCodec application) {
    lock.lock();
    try {
      if (live.remove(application) && !live.isEmpty()) {
        current = live.get(live.size() - 1);
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  public byte[] encode(Object payload, Type type) throws Exception {
    return current.encode(payload, type);
  }

  @Override
  public Object decode(byte[] bytes, Type type) throws Exception {
    return current.decode(bytes, type);
  }

  @Override
  public void close() {
    // Nothing is held but references.
  }

  /** Before the first application has joined. */
  private enum NobodysJson implements PayloadCodec {
    INSTANCE;

    @Override
    public byte[] encode(Object payload, Type type) {
      throw new IllegalStateException("application must have started; was starting");
    }

    @Override
    public Object decode(byte[] bytes, Type type) {
      throw new IllegalStateException("application must have started; was starting");
    }
  }
}
