package io.tidings.sse.hub;

/** Writes down each call, with how it was narrowed. */
public final class StreamPublisher {
  private final Hub hub;
  private final String prefix;

  StreamPublisher(Hub hub, String prefix) {
    this.hub = hub;
    this.prefix = prefix;
  }

  public <P> void publish(EventDefinition<P> event, String topic, P payload) {
    hub.calls.add(prefix + "publish " + event + " to " + topic + ": " + payload);
  }

  public StreamPublisher in(String streamPath) {
    return new StreamPublisher(hub, prefix + "in " + streamPath + " ");
  }

  public StreamPublisher to(String clientId) {
    return new StreamPublisher(hub, prefix + "to " + clientId + " ");
  }

  public StreamPublisher toPrincipal(String name) {
    return new StreamPublisher(hub, prefix + "toPrincipal " + name + " ");
  }

  public StreamPublisher withKey(String key) {
    return new StreamPublisher(hub, prefix + "withKey " + key + " ");
  }

  public TopicHandle topic(String topic) {
    hub.calls.add(prefix + "topic " + topic);
    return new TopicHandle();
  }
}
