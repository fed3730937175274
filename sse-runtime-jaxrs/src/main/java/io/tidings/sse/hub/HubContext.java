package io.tidings.sse.hub;

/** What the streams of one hub share. */
record HubContext(
    HubEnvironment environment,
    Payloads payloads,
    Notices notices,
    Connections connections,
    Timer timer,
    SourceRegistry registry,
    SourceCalls calls,
    FilterThreads filterThreads,
    Sight sight) {

  long nanoTime() {
    return environment.nanoTime().getAsLong();
  }

  double random() {
    return environment.random().getAsDouble();
  }
}
