package io.tidings.sse.client.cli;

/** Text of a stranger as it may reach a terminal: one line, no control characters. */
final class Visible {

  private Visible() {}

  static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              switch (point) {
                case '\n' -> out.append("\\n");
                case '\t' -> out.append("\\t");
                case '\r' -> out.append("\\r");
                default -> {
                  if (Character.isISOControl(point)) {
                    out.append(String.format("\\u%04x", point));
                  } else {
                    out.appendCodePoint(point);
                  }
                }
              }
            });
    return out.toString();
  }
}
