package io.tidings.sse.client;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

/** Payloads through JSON-B. */
final class JsonbCodec implements PayloadCodec {

  private final Jsonb jsonb = JsonbBuilder.create();

  @Override
  public Object decode(byte[] bytes, Type type) {
    return jsonb.fromJson(new String(bytes, StandardCharsets.UTF_8), type);
  }
}
