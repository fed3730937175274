package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.PayloadCodec;
import java.lang.reflect.Type;
import java.util.Objects;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

/** Payloads through Jackson 3. */
public final class Jackson3Codec implements PayloadCodec {

  private final ObjectMapper mapper;

  private Jackson3Codec(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * A codec with this mapper.
   *
   * @param mapper a mapper
   * @return a new codec
   */
  public static Jackson3Codec of(ObjectMapper mapper) {
    return new Jackson3Codec(Objects.requireNonNull(mapper, "mapper"));
  }

  /** A codec with the modules of the class path. */
  static Jackson3Codec create() {
    return of(JsonMapper.builder().findAndAddModules().build());
  }

  @Override
  public byte[] encode(Object payload, Type type) {
    return mapper.writerFor(mapper.constructType(type)).writeValueAsBytes(payload);
  }

  @Override
  public Object decode(byte[] bytes, Type type) {
    return mapper.readValue(bytes, mapper.constructType(type));
  }
}
