package io.tidings.examples.guide.client;

import io.tidings.examples.guide.client.Mail.Letter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Calls of {@link Mail}, the same ones for the same seed. */
final class RandomMail {

  /** Boxes whose names need every kind of encoding. */
  static final List<String> BOXES =
      List.of("a", "ä ö", "1/2", "%2F", "?x=&y", "#", "~*'()", "\u0000\r\n", "\ud83d\ude00\uFEFF");

  private static final int[] SPECIAL = {'\r', '\n', 0, 0xFEFF, ':', ' ', '"', '\\', 0x2028, 0x85};

  private final Random random;
  private final int longest;

  /**
   * @param longest how many bytes a text may have in UTF-8
   */
  RandomMail(long seed, int longest) {
    this.random = new Random(seed);
    this.longest = longest;
  }

  /** Makes the next call. */
  void post(Mail mail) {
    String box = BOXES.get(random.nextInt(BOXES.size()));
    switch (random.nextInt(3)) {
      case 0 -> mail.plain(box, text());
      case 1 -> {
        byte[] bytes = new byte[size()];
        random.nextBytes(bytes);
        mail.parcel(box, bytes);
      }
      default -> mail.letter(box, letter());
    }
  }

  private Letter letter() {
    List<String> lines = new ArrayList<>();
    Map<String, String> headers = new LinkedHashMap<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      lines.add(text(longest / 8));
      headers.put(text(longest / 16), text(longest / 16));
    }
    return new Letter(
        text(longest / 8),
        lines,
        headers,
        random.nextLong(),
        random.nextGaussian(),
        random.nextBoolean());
  }

  private String text() {
    return text(size());
  }

  /** As many small ones as large ones, in orders of magnitude. */
  private int size() {
    return (int) Math.pow(longest + 1.0, random.nextDouble()) - 1;
  }

  private String text(int bytes) {
    StringBuilder text = new StringBuilder();
    int left = bytes;
    while (left > 0) {
      int point = point();
      left -= point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
      if (left >= 0) {
        text.appendCodePoint(point);
      }
    }
    return text.toString();
  }

  private int point() {
    return switch (random.nextInt(8)) {
      case 0 -> SPECIAL[random.nextInt(SPECIAL.length)];
      case 1 -> random.nextInt(0x800);
      case 2 -> scalar(random.nextInt(0x1_0000));
      case 3 -> 0x1_0000 + random.nextInt(0x10_0000);
      default -> ' ' + random.nextInt(95);
    };
  }

  private static int scalar(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? 'x' : point;
  }

  /** A call as one text, to compare both ends by. */
  abstract static class Transcript implements Mail {

    abstract void line(String line);

    // A line end of a plain text is a line end of the event stream, which knows one kind of them.
    @Override
    public void plain(String box, String text) {
      line("plain " + box + " " + text.replace("\r\n", "\n").replace('\r', '\n'));
    }

    @Override
    public void parcel(String box, byte[] bytes) {
      line("parcel " + box + " " + Base64.getEncoder().encodeToString(bytes));
    }

    @Override
    public void letter(String box, Letter letter) {
      line("letter " + box + " " + letter);
    }

    @Override
    public void count(long number) {
      line("count " + number);
    }
  }
}
