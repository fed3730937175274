package io.tidings.sse.hub;

import java.util.Optional;

/** The handle of one topic; it may not be known yet, or not any more. */
record TopicView(HubStreams streams, StreamDefinition definition, String path, String topic)
    implements TopicHandle {

  /** Each time anew, because it may have been forgotten meanwhile. */
  private HubStream stream() {
    return streams.get(definition, path);
  }

  @Override
  public int subscriberCount() {
    HubTopic known = stream().topics().get(topic);
    return known == null ? 0 : known.readers();
  }

  @Override
  public Optional<String> lastEventId() {
    HubStream stream = stream();
    long newest = stream.newestOf(topic);
    return newest == 0 ? Optional.empty() : Optional.of(stream.id(newest).toString());
  }

  @Override
  public void complete() {
    streams.with(
        definition,
        path,
        stream -> {
          stream.writer().complete(topic);
          return true;
        });
  }

  @Override
  public void disconnectAll() {
    disconnectAll(CloseReason.CLOSED_BY_SERVER);
  }

  @Override
  public void disconnectAll(CloseReason reason) {
    HubStream stream = stream();
    for (Subscription subscription : stream.context().connections().all()) {
      if (subscription.reads(stream, topic)) {
        subscription.close(reason);
      }
    }
  }
}
