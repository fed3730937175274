package io.tidings.sse.client;

/**
 * Tells events that were delivered before: ids are {@code <epoch>-<sequence>}, rising within an
 * epoch. Used by one thread.
 */
final class Repeats {

  private static final int MOST_DIGITS = 18;

  private String epoch = "";
  private long last = -1;

  /** Whether the event came before. An event without such an id never did. */
  boolean isOne(ReceivedEvent event) {
    String id = event.id().orElse("");
    int dash = id.lastIndexOf('-');
    long sequence = sequence(id, dash + 1);
    if (dash < 1 || sequence < 0) {
      return false;
    }
    boolean sameEpoch = id.length() >= dash && epoch.length() == dash && id.startsWith(epoch);
    if (sameEpoch && sequence <= last) {
      return true;
    }
    epoch = sameEpoch ? epoch : id.substring(0, dash);
    last = sequence;
    return false;
  }

  /** After a gap a snapshot may carry the id of the cursor, and is no repeat. */
  void forget() {
    last = -1;
  }

  private static long sequence(String id, int from) {
    int digits = id.length() - from;
    if (digits < 1 || digits > MOST_DIGITS) {
      return -1;
    }
    long value = 0;
    for (int i = from; i < id.length(); i++) {
      int digit = id.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
