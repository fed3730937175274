package io.tidings.sse.hub;

import java.util.function.Supplier;

public record StreamDefinition(String text) {
  public static StreamDefinition of(Class<?> type, String pathTemplate) {
    return new StreamDefinition(type.getSimpleName() + " " + pathTemplate);
  }

  public StreamDefinition withVariable(Variable variable) {
    return with("variable", variable);
  }

  public StreamDefinition withTopic(TopicDefinition topic) {
    return with("\ntopic", topic.text());
  }

  public StreamDefinition withRetry(RetryPolicy retry) {
    return with("retry", retry);
  }

  public StreamDefinition withLimits(LimitPolicy limits) {
    return with("limits", limits);
  }

  public StreamDefinition withGuard(Supplier<? extends SubscriptionGuard> guard) {
    return with("guard", guard.get());
  }

  private StreamDefinition with(String what, Object value) {
    return new StreamDefinition(Text.add(text, what, value));
  }
}
