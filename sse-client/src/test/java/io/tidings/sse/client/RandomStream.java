package io.tidings.sse.client;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** A seeded event stream, put together from the pieces on which parsers disagree. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record RandomStream(byte[] bytes, String text, List<String> lines) {

  private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
  private static final String[] NAMES = {"data", "data", "data", "event", "id", "retry", "foo", ""};
  private static final String[] VALUES = {
    "", "a", "b c", "12", "007", "{\"x\":1}", "ä", "€", "😀", "x:y", " two", "end ", "4f1c-17"
  };
  private static final String[] ODD_NAMES = {"Data", "dat", "datas", "ev ent", " id", "\uFEFFdata"};
  private static final String[] ODD_VALUES = {
    "\0", "a\0b", "12x", "+5", "-5", "99999999999999999999", "\t tab", "\uFEFF", "\u2028\u0085"
  };
  private static final byte[][] MALFORMED = {
    {(byte) 0xED, (byte) 0xA0, (byte) 0x80, 'A'}, {(byte) 0xE2, (byte) 0x82}, {(byte) 0xFF},
    {(byte) 0xF0, (byte) 0x9F}, {(byte) 0xC0, (byte) 0x80}, {(byte) 0xF4, (byte) 0x90}
  };

  static RandomStream of(long seed) {
    Random random = new Random(seed);
    List<byte[]> pieces = new ArrayList<>();
    boolean odd = random.nextInt(3) == 0;
    String lineEnd = pick(random, "\n", "\n", "\n", "\r\n", odd ? "\r" : "\n");
    if (odd && random.nextInt(4) == 0) {
      add(pieces, "\uFEFF");
    }
    int count = 1 + random.nextInt(14);
    for (int i = 0; i < count; i++) {
      line(random, pieces, odd);
      boolean last = i == count - 1;
      if (!last || random.nextBoolean()) {
        add(pieces, odd && random.nextInt(6) == 0 ? pick(random, "\r", "\r\n", "\n") : lineEnd);
      }
    }
    add(pieces, random.nextInt(4) == 0 ? "" : lineEnd + lineEnd);
    byte[] bytes = ReferenceParser.join(pieces);
    String text = ReferenceParser.decode(bytes);
    return new RandomStream(bytes, text, Arrays.asList(LINE_END.split(text, -1)));
  }

  /** Whether a complete or incomplete line looks like this. */
  boolean hasLine(String regex) {
    Pattern wanted = Pattern.compile(regex, Pattern.DOTALL);
    return lines.stream().anyMatch(line -> wanted.matcher(line).matches());
  }

  @Override
  public String toString() {
    return text.replace("\r", "<CR>").replace("\n", "<LF>").replace("\0", "<NUL>");
  }

  private static void line(Random random, List<byte[]> pieces, boolean odd) {
    if (random.nextInt(4) == 0) {
      return; // blank
    }
    boolean strange = odd && random.nextInt(4) == 0;
    add(pieces, strange ? pick(random, ODD_NAMES) : pick(random, NAMES));
    if (odd && random.nextInt(8) == 0) {
      return; // a field without a colon
    }
    add(pieces, random.nextBoolean() ? ":" : ": ");
    add(pieces, odd && random.nextInt(4) == 0 ? pick(random, ODD_VALUES) : pick(random, VALUES));
    if (odd && random.nextInt(12) == 0) {
      pieces.add(MALFORMED[random.nextInt(MALFORMED.length)]);
    }
  }

  private static String pick(Random random, String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static void add(List<byte[]> pieces, String text) {
    pieces.add(text.getBytes(StandardCharsets.UTF_8));
  }
}
