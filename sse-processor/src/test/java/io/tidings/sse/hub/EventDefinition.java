package io.tidings.sse.hub;

import java.time.Duration;
import java.util.function.Supplier;

public final class EventDefinition<P> {
  private final String text;
  private Source<?, ?> source;

  private EventDefinition(String text) {
    this.text = text;
  }

  public static <P> EventDefinition<P> of(String type, Class<P> payload) {
    return new EventDefinition<>(type + ":" + payload.getSimpleName());
  }

  public static <P> EventDefinition<P> of(String type, PayloadType<P> payload) {
    return new EventDefinition<>(type + ":" + payload);
  }

  public static <P> EventDefinition<P> sealed(Class<P> payload) {
    return new EventDefinition<>("sealed:" + payload.getSimpleName());
  }

  public <L extends P> EventDefinition<P> withLeaf(Class<L> leaf, String type) {
    return new EventDefinition<>(text + "|" + type + ":" + leaf.getSimpleName());
  }

  public EventDefinition<P> withConflate(Duration interval) {
    return new EventDefinition<>(text + "~" + interval);
  }

  public EventDefinition<P> withFilter(Supplier<? extends EventFilter<? super P>> filter) {
    return new EventDefinition<>(text + "?" + filter.get());
  }

  public <S> EventDefinition<P> withSource(Class<S> type, Source<S, P> source) {
    EventDefinition<P> with = new EventDefinition<>(text + "<" + type.getSimpleName());
    with.source = source;
    return with;
  }

  public <S> EventDefinition<P> withResults(Class<S> type, Source<S, PollResult<P>> source) {
    EventDefinition<P> with = new EventDefinition<>(text + "<" + type.getSimpleName());
    with.source = source;
    return with;
  }

  public EventDefinition<P> withPoll(Duration every, boolean onlyChanges) {
    return copy("/" + every + (onlyChanges ? "!" : ""));
  }

  public EventDefinition<P> withSnapshot() {
    return copy("^");
  }

  private EventDefinition<P> copy(String more) {
    EventDefinition<P> copy = new EventDefinition<>(text + more);
    copy.source = source;
    return copy;
  }

  public Source<?, ?> source() {
    return source;
  }

  @Override
  public String toString() {
    return text;
  }
}
