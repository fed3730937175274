package io.tidings.sse.hub;

import java.util.ArrayList;
import java.util.List;

/** Writes down what generated code publishes. */
public final class Hub {
  public final List<String> calls = new ArrayList<>();
  public final List<StreamDefinition> streams = new ArrayList<>();

  public StreamPublisher publisher(StreamDefinition stream) {
    streams.add(stream);
    return new StreamPublisher(this, "");
  }
}
