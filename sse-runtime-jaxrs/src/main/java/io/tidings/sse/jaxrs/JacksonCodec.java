package io.tidings.sse.jaxrs;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.tidings.sse.hub.PayloadCodec;
import java.io.IOException;
import java.lang.reflect.Type;
import java.util.Objects;

/** Payloads through Jackson 2. */
public final class JacksonCodec implements PayloadCodec {

  private final ObjectMapper mapper;

  private JacksonCodec(ObjectMapper mapper) {
    this.mapper = mapper;
  }

  /**
   * A codec with this mapper.
   *
   * @param mapper a mapper that is not changed any more
   * @return a new codec
   */
  public static JacksonCodec of(ObjectMapper mapper) {
    return new JacksonCodec(Objects.requireNonNull(mapper, "mapper"));
  }

  /** A codec with the modules of the class path; times are ISO 8601 text. */
  static JacksonCodec create() {
    return of(
        JsonMapper.builder()
            .findAndAddModules()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build());
  }

  @Override
  public byte[] encode(Object payload, Type type) throws IOException {
    return mapper.writerFor(mapper.constructType(type)).writeValueAsBytes(payload);
  }

  @Override
  public Object decode(byte[] bytes, Type type) throws IOException {
    return mapper.readValue(bytes, mapper.constructType(type));
  }
}
