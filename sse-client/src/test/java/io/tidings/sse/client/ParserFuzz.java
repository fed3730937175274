package io.tidings.sse.client;

import java.util.Arrays;
import java.util.List;

/** What the fuzzer calls: the parser in pieces of any size, against the standard read slowly. */
public final class ParserFuzz {

  private ParserFuzz() {}

  /**
   * One input: the first byte is the size of the pieces, the rest is the stream.
   *
   * @param input any bytes
   */
  public static void fuzzerTestOneInput(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] stream = Arrays.copyOfRange(input, 1, input.length);
    int pieces = 1 + (input[0] & 0xFF);
    List<String> expected = ReferenceParser.parse(stream);
    List<String> heard = Heard.of(stream, pieces);
    if (!heard.equals(expected)) {
      throw new IllegalStateException("events must be " + expected + "; was " + heard);
    }
  }
}
