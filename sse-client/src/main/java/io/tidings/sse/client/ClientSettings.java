package io.tidings.sse.client;

import java.net.URI;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Where a typed client connects to, and how. Immutable. */
public final class ClientSettings {

  private final URI base;
  private final UnaryOperator<SseClient.Builder> http;
  private final @Nullable PayloadCodec codec;
  private final StreamObserver observer;

  private ClientSettings(
      URI base,
      UnaryOperator<SseClient.Builder> http,
      @Nullable PayloadCodec codec,
      StreamObserver observer) {
    this.base = base;
    this.http = http;
    this.codec = codec;
    this.observer = observer;
  }

  /**
   * Everything as usual.
   *
   * @param base the base URI of the JAX-RS application; the stream's path is appended
   * @return the settings
   */
  public static ClientSettings of(URI base) {
    SseClient.builder(base); // refuses what is no http URI
    return new ClientSettings(base, builder -> builder, null, new StreamObserver() {});
  }

  /**
   * The same with changes to each connection, such as a header.
   *
   * @param change applied to the builder of each subscription
   * @return the new settings
   */
  public ClientSettings withHttp(UnaryOperator<SseClient.Builder> change) {
    return new ClientSettings(base, builder -> change.apply(http.apply(builder)), codec, observer);
  }

  /**
   * The same with a chosen codec instead of one from the class path.
   *
   * @param chosen the codec
   * @return the new settings
   */
  public ClientSettings withCodec(PayloadCodec chosen) {
    return new ClientSettings(base, http, chosen, observer);
  }

  /**
   * The same with somebody who hears gaps, failures and ends.
   *
   * @param chosen the observer
   * @return the new settings
   */
  public ClientSettings withObserver(StreamObserver chosen) {
    return new ClientSettings(base, http, codec, chosen);
  }

  PayloadCodec codec() {
    return codec == null ? PayloadCodec.onClassPath() : codec;
  }

  StreamObserver observer() {
    return observer;
  }

  /** A client for a path below the base. */
  SseClient client(String path) {
    String start = base.toString();
    String slash = start.endsWith("/") ? "" : "/";
    return http.apply(SseClient.builder(URI.create(start + slash + path))).build();
  }
}
