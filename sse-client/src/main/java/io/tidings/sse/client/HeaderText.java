package io.tidings.sse.client;

/** What may stand in a header without being changed on its way. */
final class HeaderText {

  /** Servers refuse longer ones, and then for good. */
  private static final int LONGEST = 4096;

  private HeaderText() {}

  /** Whether an event id reaches the server as it is: ASCII, and no space at its ends. */
  static boolean isSendable(String id) {
    return id.length() <= LONGEST
        && id.equals(id.strip())
        && id.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
