package io.tidings.sse.client;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How long an open stream may be silent: what was configured, else two and a half times the
 * heartbeat that the server announces, else five minutes.
 */
final class Silence {

  static final Duration UNANNOUNCED = Duration.ofMinutes(5);

  /** The response header that announces the heartbeat, beside a comment of the first block. */
  static final String HEADER = "sse-heartbeat";

  // A number without a unit means milliseconds.
  private static final Pattern ANNOUNCED =
      Pattern.compile(
          "(?:^|[\\s;,])heartbeat[=: ]\\s*([0-9]{1,9}(?:ms|s|m|h)?|PT[0-9.HMS]{2,20})\\b");
  private static final Duration LEAST = Duration.ofMillis(50);

  private final @Nullable Duration configured;
  private Duration allowed;
  private boolean open;

  Silence(@Nullable Duration configured) {
    this.configured = configured;
    this.allowed = configured == null ? UNANNOUNCED : configured;
  }

  /** A connection was opened, with this header. */
  void opened(Optional<String> header) {
    open = configured == null;
    header.ifPresent(value -> comment("heartbeat " + value.strip()));
  }

  /** Whether a comment may still announce the heartbeat: nothing but comments came so far. */
  boolean hearsComments() {
    return open;
  }

  void comment(String comment) {
    Matcher announced = ANNOUNCED.matcher(comment);
    if (open && announced.find()) {
      heartbeat(announced.group(1));
    }
  }

  /** An event arrived, so the time for announcements is over. */
  void event() {
    open = false;
  }

  long nanos() {
    return Timing.nanos(allowed);
  }

  private void heartbeat(String text) {
    try {
      Duration interval = Duration.parse(iso(text));
      Duration patience = interval.multipliedBy(5).dividedBy(2);
      boolean sane = patience.compareTo(LEAST) >= 0 && patience.compareTo(Duration.ofDays(1)) <= 0;
      allowed = sane ? patience : allowed;
      open = false;
    } catch (DateTimeParseException | ArithmeticException e) {
      open = true; // no announcement after all
    }
  }

  private static String iso(String text) {
    if (text.startsWith("PT")) {
      return text;
    }
    String digits = text.replaceAll("[a-z]", "");
    boolean millis = text.endsWith("ms") || digits.equals(text);
    return millis
        ? "PT" + Long.parseLong(digits) / 1000.0 + "S"
        : "PT" + text.toUpperCase(Locale.ROOT);
  }
}
