package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.StreamDefinition;

/**
 * What a generated JAX-RS resource says about itself: its stream, and how its publisher is made.
 * The processor writes the implementations, each with a public no-argument constructor, and lists
 * them in {@code META-INF/services/io.tidings.sse.jaxrs.SseResource}.
 *
 * @param <S> the annotated interface of the stream
 */
public interface SseResource<S> {

  /**
   * The stream that this resource serves.
   *
   * @return the same definition at every call
   */
  StreamDefinition stream();

  /**
   * Makes a publisher of the stream.
   *
   * @param hub where its calls go
   * @return a new publisher
   */
  S publisher(Hub hub);
}
