package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;

public interface SseResource<S> {
  StreamDefinition stream();

  S publisher(Hub hub);
}
