package io.tidings.sse.jaxrs;

import io.tidings.sse.transport.portable.Beginning;
import io.tidings.sse.transport.portable.LastByte;
import io.tidings.sse.transport.portable.PortableSink;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * That the answer to a request is a stream of ours, and what its head says besides; a property of
 * the request from the moment on at which that is decided.
 *
 * @param headers headers that the application has asked for
 * @param coding what was agreed on with the client
 * @param lastByte what its event sink needs when what leaves through it is not text
 * @param beginning what its event sink is told when the response begins
 */
record StreamAnswer(
    Map<String, String> headers, Coding coding, LastByte lastByte, Beginning beginning) {

  /** How the bytes of a stream are encoded. */
  enum Coding {
    /** As they are, whatever the client accepts. */
    NOT_OFFERED,
    /** As they are, because of what the client accepts. */
    PLAIN,
    /** As gzip. */
    GZIP
  }

  private static final String PROPERTY = StreamAnswer.class.getName();

  /** Keeps it until the head of the response is written. */
  static StreamAnswer begin(ContainerRequestContext request, Map<String, String> headers) {
    StreamAnswer answer =
        new StreamAnswer(headers, Compression.of(request), new LastByte(), new Beginning());
    request.setProperty(PROPERTY, answer);
    return answer;
  }

  /** Keeps that what is said instead of the stream is not encoded. */
  static StreamAnswer beginPlain(ContainerRequestContext request) {
    StreamAnswer answer =
        new StreamAnswer(Map.of(), Coding.NOT_OFFERED, new LastByte(), new Beginning());
    request.setProperty(PROPERTY, answer);
    return answer;
  }

  /** The answer of the request that has these properties; null when it is none of ours. */
  static @Nullable StreamAnswer in(Function<String, @Nullable Object> properties) {
    return properties.apply(PROPERTY) instanceof StreamAnswer answer ? answer : null;
  }

  /** The way out that every container has. */
  PortableSink through(SseEventSink sink) {
    return new PortableSink(sink, lastByte, beginning);
  }

  boolean isGzip() {
    return coding == Coding.GZIP;
  }
}
