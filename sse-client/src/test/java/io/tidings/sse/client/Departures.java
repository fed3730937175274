package io.tidings.sse.client;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What in a stream makes other parsers differ. */
final class Departures {

  private Departures() {}

  static boolean surrogates(RandomStream stream) {
    return !new String(stream.bytes(), StandardCharsets.UTF_8).equals(stream.text());
  }

  static boolean loneCr(RandomStream stream) {
    return stream.text().replace("\r\n", "").indexOf('\r') >= 0;
  }

  /** A block is left open at the end, be it by a missing line end or a missing blank line. */
  static boolean incompleteEnd(RandomStream stream) {
    List<String> lines = stream.lines();
    int last = lines.size() - 1;
    return !lines.get(last).isEmpty() || last == 0 || !lines.get(last - 1).isEmpty();
  }
}
