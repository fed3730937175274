package io.tidings.sse.client;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.reflect.Type;

/** Payloads through Jackson 2. */
final class Jackson2Codec implements PayloadCodec {

  private final ObjectMapper mapper =
      JsonMapper.builder()
          .findAndAddModules()
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  @Override
  public Object decode(byte[] bytes, Type type) throws IOException {
    return mapper.readValue(bytes, mapper.constructType(type));
  }
}
