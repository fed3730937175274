package io.tidings.sse.hub;

import org.jspecify.annotations.Nullable;

/** Sets up a {@link Hub}. For one thread. */
public final class HubBuilder {

  private HubEnvironment environment = HubEnvironment.system();
  private @Nullable PayloadCodec codec;
  private @Nullable HubListener listener;

  HubBuilder() {}

  /** Payloads are encoded by this codec, not by an application's own. */
  public HubBuilder codec(PayloadCodec codec) {
    this.codec = codec;
    return this;
  }

  /** Tells this listener what happens. */
  public HubBuilder listener(HubListener listener) {
    this.listener = listener;
    return this;
  }

  /** Takes time, chance and threads from here. */
  public HubBuilder environment(HubEnvironment environment) {
    this.environment = environment;
    return this;
  }

  /** The hub. */
  public Hub build() {
    Notices notices = new Notices(listener, environment.threads());
    return new Hub(new HubContext(environment, new Payloads(codec), notices, new Connections()));
  }
}
