package io.tidings.sse.hub;

public interface EventFilter<P> {
  boolean accept(Subscription subscription, P payload);
}
