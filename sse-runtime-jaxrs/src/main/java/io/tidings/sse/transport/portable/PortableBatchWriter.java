package io.tidings.sse.transport.portable;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/**
 * Writes the bytes of a batch as they are; to be registered wherever {@link PortableSink} is used.
 */
public final class PortableBatchWriter implements MessageBodyWriter<PortableBatch> {

  /** A writer; one for an application. */
  public PortableBatchWriter() {}

  @Override
  public boolean isWriteable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return type == PortableBatch.class;
  }

  @Override
  public void writeTo(
      PortableBatch event,
      Class<?> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> httpHeaders,
      OutputStream entityStream)
      throws IOException {
    event.writeTo(entityStream);
  }
}
