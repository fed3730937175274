package io.tidings.sse.event;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The place of an event in a stream's history: which history, and which number in it. */
public record EventId(String epoch, long sequence) {

  /** The longest id that is written or read, in bytes. */
  public static final int MAX_LENGTH = 128;

  private static final int LONGEST_SEQUENCE = 19;
  private static final int LONGEST_EPOCH = MAX_LENGTH - 1 - LONGEST_SEQUENCE;

  /**
   * Checks that the id can be written and read back.
   *
   * @param epoch names a history
   * @param sequence its place in the order
   */
  public EventId {
    if (epoch.isEmpty() || epoch.length() > LONGEST_EPOCH || !isVisibleAscii(epoch)) {
      throw new IllegalArgumentException(
          "epoch must be 1 to " + LONGEST_EPOCH + " visible ASCII characters; was " + epoch);
    }
    if (sequence < 0) {
      throw new IllegalArgumentException("sequence must not be negative; was " + sequence);
    }
  }

  /**
   * Reads what a client sent back. Empty when the text was not written by {@link #toString}.
   *
   * @param text what came from outside
   * @return the id
   */
  public static Optional<EventId> parse(@Nullable String text) {
    if (text == null || text.length() > MAX_LENGTH || !isVisibleAscii(text)) {
      return Optional.empty();
    }
    int dash = text.lastIndexOf('-');
    int digits = text.length() - dash - 1;
    if (dash < 1 || dash > LONGEST_EPOCH || digits < 1 || digits > LONGEST_SEQUENCE) {
      return Optional.empty();
    }
    long sequence = sequence(text, dash + 1);
    return sequence < 0
        ? Optional.empty()
        : Optional.of(new EventId(text.substring(0, dash), sequence));
  }

  @Override
  public String toString() {
    return epoch + '-' + sequence;
  }

  /** The number from {@code start} on, or -1 when it is not written as {@link #toString} does. */
  private static long sequence(String text, int start) {
    if (text.charAt(start) == '0' && text.length() > start + 1) {
      return -1;
    }
    long value = 0;
    for (int i = start; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit; // 19 digits overflow to a negative number at most once
    }
    return value;
  }

  private static boolean isVisibleAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }
}
