package io.tidings.sse.client;

import java.lang.reflect.Type;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Payloads through Jackson 3. */
final class Jackson3Codec implements PayloadCodec {

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Override
  public Object decode(byte[] bytes, Type type) {
    return mapper.readValue(bytes, mapper.constructType(type));
  }
}
