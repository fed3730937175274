package io.tidings.sse.hub;

import java.util.function.Supplier;

public record TopicDefinition(String text) {
  public static TopicDefinition of(String name, String template) {
    return new TopicDefinition(name + " " + template);
  }

  public TopicDefinition withVariable(Variable variable) {
    return with("variable", variable);
  }

  public TopicDefinition withEvent(EventDefinition<?> event) {
    return with("event", event);
  }

  public TopicDefinition withReplay(ReplayPolicy replay) {
    return with("replay", replay);
  }

  public TopicDefinition withHeartbeat(HeartbeatPolicy heartbeat) {
    return with("heartbeat", heartbeat);
  }

  public TopicDefinition withBackpressure(BackpressurePolicy backpressure) {
    return with("backpressure", backpressure);
  }

  public TopicDefinition withLimits(LimitPolicy limits) {
    return with("limits", limits);
  }

  public TopicDefinition withGuard(Supplier<? extends SubscriptionGuard> guard) {
    return with("guard", guard.get());
  }

  private TopicDefinition with(String what, Object value) {
    return new TopicDefinition(Text.add(text, what, value));
  }
}
