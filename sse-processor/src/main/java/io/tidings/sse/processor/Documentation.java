package io.tidings.sse.processor;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The description that somebody wrote above a type or a method, without its block tags.
 *
 * @param text empty when there is none
 */
record Documentation(String text) {
  private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^\\s*@\\p{Alpha}");
  private static final Pattern LINK =
      Pattern.compile("\\{@link(?:plain)?\\s+([^\\s{}]+)(?:\\s+([^{}]*))?}");
  private static final Pattern INLINE_TAG = Pattern.compile("\\{@\\p{Alpha}+\\s*([^{}]*)}");
  private static final Pattern PLAIN = Pattern.compile("[\\w.:-]+(/[\\w.:-]+)*");
  private static final Pattern MARKUP = Pattern.compile("</?\\p{Alpha}[^<>]*>");

  static Documentation of(Element element, Elements elements) {
    return parse(elements.getDocComment(element));
  }

  static Documentation parse(@Nullable String comment) {
    String text = comment == null ? "" : BLOCK_TAG.split(comment, 2)[0];
    return new Documentation(
        text.lines().map(String::strip).collect(Collectors.joining("\n")).strip());
  }

  boolean isEmpty() {
    return text.isEmpty();
  }

  /** For a comment in another file: links, which need the first file's imports, become words. */
  String javadoc() {
    return LINK.matcher(text.replace("{@inheritDoc}", ""))
        .replaceAll(match -> Matcher.quoteReplacement(label(match)))
        .replace("*/", "*&#47;");
  }

  private static String label(MatchResult link) {
    return link.group(2) == null
        ? link.group(1).replaceFirst("^#", "").replace('#', '.')
        : link.group(2);
  }

  /** Any text as code in a Javadoc comment. */
  static String code(String text) {
    return PLAIN.matcher(text).matches()
        ? "{@code " + text + "}"
        : text.codePoints()
            .mapToObj(point -> "&#" + point + ";")
            .collect(Collectors.joining("", "<code>", "</code>"));
  }

  /** For a document without markup. */
  String plain() {
    String words = INLINE_TAG.matcher(javadoc()).replaceAll(match -> escaped(match.group(1)));
    return MARKUP
        .matcher(words)
        .replaceAll("")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }

  /** What stands in a tag is no markup. */
  private static String escaped(String words) {
    return Matcher.quoteReplacement(words.replace("<", "&lt;").replace(">", "&gt;"));
  }
}
