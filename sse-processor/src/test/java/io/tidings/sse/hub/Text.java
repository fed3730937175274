package io.tidings.sse.hub;

/** A definition as text: each call of a wither adds its argument. */
final class Text {
  private Text() {}

  static String add(String text, String what, Object value) {
    return text + " " + what + "=" + value;
  }
}
