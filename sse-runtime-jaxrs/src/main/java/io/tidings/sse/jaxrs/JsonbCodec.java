package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.PayloadCodec;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Payloads through JSON-B. */
public final class JsonbCodec implements PayloadCodec {

  private final Jsonb jsonb;

  private JsonbCodec(Jsonb jsonb) {
    this.jsonb = jsonb;
  }

  /**
   * A codec with this binding.
   *
   * @param jsonb a binding, which stays open as long as the hub
   * @return a new codec
   */
  public static JsonbCodec of(Jsonb jsonb) {
    return new JsonbCodec(Objects.requireNonNull(jsonb, "jsonb"));
  }

  /** A codec with the default binding of the class path's implementation. */
  static JsonbCodec create() {
    return of(JsonbBuilder.create());
  }

  @Override
  public byte[] encode(Object payload, Type type) {
    return jsonb.toJson(payload, type).getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Object decode(byte[] bytes, Type type) {
    return jsonb.fromJson(new String(bytes, StandardCharsets.UTF_8), type);
  }
}
