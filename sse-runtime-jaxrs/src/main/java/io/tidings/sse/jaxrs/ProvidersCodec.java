package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.PayloadCodec;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Providers;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One application's own JSON: its message body writers and readers, used without a request.
 * Payloads that the application has no writer for go to a JSON library of the class path.
 */
final class ProvidersCodec implements PayloadCodec {

  private static final Annotation[] NO_ANNOTATIONS = {};
  private static final MediaType JSON = MediaType.APPLICATION_JSON_TYPE;

  /** What a writer is chosen by. */
  private record Payload(Class<?> raw, Type type) {}

  private final Providers providers;
  // Remembered, so that a hub can still write what it wrote before when its application has ended.
  private final ConcurrentHashMap<Payload, Optional<MessageBodyWriter<Object>>> writers =
      new ConcurrentHashMap<>();

  ProvidersCodec(Providers providers) {
    this.providers = providers;
  }

  @Override
  public byte[] encode(Object payload, Type type) throws Exception {
    Optional<MessageBodyWriter<Object>> writer =
        writers.computeIfAbsent(new Payload(payload.getClass(), type), this::writer);
    return writer.isPresent()
        ? written(writer.get(), payload, type)
        : ClassPathCodec.get().encode(payload, type);
  }

  @SuppressWarnings("unchecked") // chosen for this class
  private Optional<MessageBodyWriter<Object>> writer(Payload payload) {
    return Optional.ofNullable(
        (MessageBodyWriter<Object>)
            providers.getMessageBodyWriter(payload.raw(), payload.type(), NO_ANNOTATIONS, JSON));
  }

  private static byte[] written(MessageBodyWriter<Object> writer, Object payload, Type type)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      writer.writeTo(
          payload,
          payload.getClass(),
          type,
          NO_ANNOTATIONS,
          JSON,
          new MultivaluedHashMap<>(),
          bytes);
    } catch (IllegalStateException e) {
      throw outsideRequest(writer, e);
    }
    return bytes.toByteArray();
  }

  @Override
  public Object decode(byte[] bytes, Type type) throws Exception {
    @SuppressWarnings("unchecked")
    Class<Object> raw = (Class<Object>) RawType.of(type);
    MessageBodyReader<Object> reader =
        providers.getMessageBodyReader(raw, type, NO_ANNOTATIONS, JSON);
    return reader == null
        ? ClassPathCodec.get().decode(bytes, type)
        : read(reader, bytes, raw, type);
  }

  private static Object read(
      MessageBodyReader<Object> reader, byte[] bytes, Class<Object> raw, Type type)
      throws IOException {
    try {
      return reader.readFrom(
          raw,
          type,
          NO_ANNOTATIONS,
          JSON,
          new MultivaluedHashMap<>(),
          new ByteArrayInputStream(bytes));
    } catch (IllegalStateException e) {
      throw outsideRequest(reader, e);
    }
  }

  /** What an injector throws when a provider asks for the request that events do not have. */
  private static IllegalStateException outsideRequest(Object provider, IllegalStateException e) {
    return new IllegalStateException(
        provider.getClass().getName()
            + " must work without a request; was "
            + e.getMessage()
            + ". Give the hub a codec of its own: Hub.builder().codec(JacksonCodec.of(mapper))",
        e);
  }
}
