package io.tidings.sse.hub;

import java.util.Optional;

/** The handle of one topic; it may not be known yet, or not any more. */
record TopicView(HubStream stream, String topic) implements TopicHandle {

  @Override
  public int subscriberCount() {
    HubTopic known = stream.topics().get(topic);
    return known == null ? 0 : known.readers();
  }

  @Override
  public Optional<String> lastEventId() {
    HubTopic known = stream.topics().get(topic);
    return known == null || known.lastSequence() == 0
        ? Optional.empty()
        : Optional.of(stream.id(known.lastSequence()).toString());
  }

  @Override
  public void complete() {
    stream.writer().complete(topic);
  }

  @Override
  public void disconnectAll() {
    disconnectAll(CloseReason.CLOSED_BY_SERVER);
  }

  @Override
  public void disconnectAll(CloseReason reason) {
    for (Subscription subscription : stream.context().connections().all()) {
      if (subscription.reads(stream, topic)) {
        subscription.close(reason);
      }
    }
  }
}
