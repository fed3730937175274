package io.tidings.examples.guide.annotations;

import io.tidings.sse.hub.EventFilter;
import io.tidings.sse.hub.Subscription;

/** Shows everyone only what is theirs to do. */
final class OwnTasks implements EventFilter<Task> {

  @Override
  public boolean accept(Subscription subscription, Task task) {
    return subscription.principal().filter(task.owner()::equals).isPresent();
  }
}
