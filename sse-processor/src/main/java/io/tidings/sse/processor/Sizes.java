package io.tidings.sse.processor;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes as people write them: {@code 512B}, {@code 64KB}, {@code 1MB}; a KB has 1024 bytes. */
final class Sizes {
  private static final Pattern SIZE = Pattern.compile("(\\d{1,9})(B|KB|MB|GB)");
  private static final List<String> UNITS = List.of("B", "KB", "MB", "GB");

  private Sizes() {}

  static OptionalLong parse(String text) {
    Matcher matcher = SIZE.matcher(text);
    return matcher.matches()
        ? OptionalLong.of(
            Long.parseLong(matcher.group(1)) << (10 * UNITS.indexOf(matcher.group(2))))
        : OptionalLong.empty();
  }

  /** The shortest way to write a size. */
  static String print(long bytes) {
    int unit = bytes == 0 ? 0 : Math.min(Long.numberOfTrailingZeros(bytes) / 10, 3);
    return (bytes >> (10 * unit)) + UNITS.get(unit);
  }
}
