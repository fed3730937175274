package io.tidings.examples.guide.client;

/**
 * A type of the user's that is read from text.
 *
 * @param text the text
 */
public record Code(String text) {

  /** Called by name. */
  public static Code fromString(String text) {
    return new Code(text);
  }

  @Override
  public String toString() {
    return text;
  }
}
