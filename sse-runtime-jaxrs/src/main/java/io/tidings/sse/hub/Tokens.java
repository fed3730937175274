package io.tidings.sse.hub;

import java.security.SecureRandom;
import java.util.function.Supplier;

/** Makes texts of 13 letters and digits that nobody can guess. Safe for any thread. */
final class Tokens implements Supplier<String> {

  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    String digits = Long.toUnsignedString(random.nextLong(), 36);
    return "0".repeat(13 - digits.length()) + digits;
  }
}
