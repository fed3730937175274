package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.CloseReason;
import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.HubListener;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts what a hub says about connections. */
final class Witness implements HubListener {
  final Map<String, CloseReason> reasons = new ConcurrentHashMap<>();
  final Set<String> subscribed = ConcurrentHashMap.newKeySet();
  final AtomicInteger unsubscribed = new AtomicInteger();
  final AtomicInteger sent = new AtomicInteger();
  final List<Throwable> failures = new CopyOnWriteArrayList<>();

  @Override
  public void subscribed(Connection connection) {
    subscribed.add(connection.clientId());
  }

  @Override
  public void unsubscribed(Connection connection, CloseReason reason) {
    reasons.put(connection.clientId(), reason);
    unsubscribed.incrementAndGet();
  }

  @Override
  public void sent(Connection connection, int events, long bytes) {
    sent.incrementAndGet();
  }

  @Override
  public void failed(Connection connection, Throwable failure) {
    failures.add(failure);
  }
}
