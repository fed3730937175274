package io.tidings.sse.processor;

/** Names of the runtime that the processor looks for; it never depends on the runtime itself. */
final class RuntimeTypes {
  static final String HUB = "io.tidings.sse.hub.Hub";
  static final String TYPED_CLIENT = "io.tidings.sse.client.TypedClient";
  static final String EVENT_FILTER = "io.tidings.sse.hub.EventFilter";
  static final String SUBSCRIPTION_GUARD = "io.tidings.sse.hub.SubscriptionGuard";
  static final String MODULE = "io.tidings.sse.runtime";

  /** The index of generated resources, which the runtime reads. */
  static final String INDEX = "META-INF/services/io.tidings.sse.jaxrs.SseResource";

  private RuntimeTypes() {}
}
