package io.tidings.sse.hub;

import java.lang.reflect.Type;

/**
 * Turns payloads into UTF-8 text and back. Called by many threads at once, never under a lock.
 *
 * <p>{@code String} and {@code byte[]} payloads never reach it.
 */
public interface PayloadCodec {

  /** The payload as UTF-8 text; the array belongs to the caller afterwards. */
  byte[] encode(Object payload, Type type) throws Exception;

  /** The payload that {@link #encode} was given. */
  Object decode(byte[] bytes, Type type) throws Exception;
}
