package io.tidings.sse.hub;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the source of one event is asked for one topic. Immutable. */
record Question(HubStream stream, String topic, EventDefinition<?> event, SourceUse<?, ?> use) {

  /** The call that asks it; not started yet. */
  SourceCall call(Duration patience, SourceCall.Asker asker) {
    return new SourceCall(this::ask, patience, asker);
  }

  private @Nullable Answer ask() throws Exception {
    Map<String, String> variables = new HashMap<>(stream.definition().values(stream.path()));
    variables.putAll(stream.topics().definitionOf(topic).values(topic));
    PollResult<?> result = use.read(stream.context().registry(), variables);
    return result.value() == null ? null : stream.writer().encode(event, topic, result);
  }

  /** The listener is told: readers go on without an answer. */
  void failed(Throwable cause) {
    tell(new IllegalStateException("source " + this + " must answer; threw " + cause, cause));
  }

  /** The listener is told: readers go on without an answer. */
  void overdue(Duration patience) {
    tell(
        new IllegalStateException(
            "source " + this + " must answer within " + patience + "; was interrupted"));
  }

  private void tell(IllegalStateException failure) {
    stream.context().notices().failed(null, failure);
  }

  @Override
  public String toString() {
    return use.type().getSimpleName() + " of topic " + stream.path() + '/' + topic;
  }
}
