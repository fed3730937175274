package io.tidings.sse.hub;

import java.lang.reflect.Type;

/**
 * Turns payloads into UTF-8 text and back. Called by many threads at once, never under a lock.
 *
 * <p>{@code String} and {@code byte[]} payloads never reach it.
 */
public interface PayloadCodec {

  /**
   * The payload as UTF-8 text; the array belongs to the caller afterwards.
   *
   * @param payload what was published
   * @param type its declared type, with type arguments
   * @return UTF-8 text
   * @throws Exception when it cannot be encoded; the publish then throws
   */
  byte[] encode(Object payload, Type type) throws Exception;

  /**
   * The payload that {@link #encode} was given.
   *
   * @param bytes what {@link #encode} returned
   * @param type the type that it was told
   * @return the payload
   * @throws Exception when they cannot be decoded
   */
  Object decode(byte[] bytes, Type type) throws Exception;
}
