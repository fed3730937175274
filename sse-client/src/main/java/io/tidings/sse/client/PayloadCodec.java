package io.tidings.sse.client;

import java.lang.reflect.Type;

/**
 * Turns the data of events into payloads. Called by the threads of streams, several at once.
 *
 * <p>{@code String} and {@code byte[]} payloads never reach it. Its method is that of the server's
 * codec, so that one class can be both.
 */
@FunctionalInterface
public interface PayloadCodec {

  /**
   * Reads a payload.
   *
   * @param bytes UTF-8 text
   * @param type what it must become
   * @return the payload
   * @throws Exception when it cannot be read
   */
  Object decode(byte[] bytes, Type type) throws Exception;

  /**
   * Jackson 2, with its modules of the class path; unknown fields are ignored.
   *
   * @return a new codec
   */
  static PayloadCodec jackson2() {
    return new Jackson2Codec();
  }

  /**
   * Jackson 3, with its modules of the class path; unknown fields are ignored.
   *
   * @return a new codec
   */
  static PayloadCodec jackson3() {
    return new Jackson3Codec();
  }

  /**
   * The JSON-B implementation of the class path.
   *
   * @return a new codec
   */
  static PayloadCodec jsonb() {
    return new JsonbCodec();
  }

  /**
   * The first of Jackson 2, Jackson 3 and JSON-B that is on the class path; the same each time.
   *
   * @return the codec
   * @throws IllegalStateException when there is none of them
   */
  static PayloadCodec onClassPath() {
    return ClassPathCodec.get(PayloadCodec.class.getClassLoader());
  }
}
