package good;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The topics of {@code Names}.
 *
 * <p>Names that stand in one another's way.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
public sealed interface NamesTopic {
  /**
   * The encoded topic, relative to the stream.
   *
   * @return never null
   */
  java.lang.String path();

  /**
   * The encoded path of the stream, without a leading slash.
   *
   * @return never null
   */
  java.lang.String streamPath();

  private static IllegalArgumentException refusal(java.lang.String names, Object... values) {
    return new IllegalArgumentException(names + " must be valid text that is not empty, `.` or `..`; was " + Arrays.toString(values));
  }

  private static boolean isValue(Object value) {
    return NamesTopic.isSegment(NamesTopic.text(value));
  }

  private static boolean isSegment(java.lang.String text) {
    return !text.isEmpty() && !text.equals(".") && !text.equals("..") && (NamesTopic.isPlain(text) || StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  private static java.lang.String encode(Object value) {
    return NamesTopic.escape(NamesTopic.text(value));
  }

  private static java.lang.String escape(java.lang.String text) {
    return NamesTopic.isPlain(text) ? text : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
  }

  private static boolean isPlain(java.lang.String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!NamesTopic.isUnreserved(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnreserved(char unit) {
    return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z' || unit >= '0' && unit <= '9' || unit == '-' || unit == '.' || unit == '_' || unit == '~';
  }

  private static java.lang.String text(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : Objects.toString(value, "");
  }

  /**
   * The topic {@code string/{encode}/{check}} with these events.
   *
   * <ul>
   *   <li>{@code stream}
   * </ul>
   *
   * @param encode what fills {@code {encode}}
   * @param check what fills {@code {check}}
   */
  record String(java.lang.String encode, java.lang.String check) implements NamesTopic {
    public String {
      if (!NamesTopic.isValue(encode) || !NamesTopic.isValue(check)) {
        throw NamesTopic.refusal("encode, check", encode, check);
      }
    }

    @Override
    public java.lang.String path() {
      return "string/" + NamesTopic.encode(encode) + "/" + NamesTopic.encode(check);
    }

    @Override
    public java.lang.String streamPath() {
      return "";
    }
  }

  /**
   * The topic {@code stream} with these events.
   *
   * <ul>
   *   <li>{@code publish}
   * </ul>
   */
  record Stream() implements NamesTopic {
    @Override
    public java.lang.String path() {
      return "stream";
    }

    @Override
    public java.lang.String streamPath() {
      return "";
    }
  }

  /**
   * The topic {@code topics} with these events.
   *
   * <ul>
   *   <li>{@code topics}
   * </ul>
   */
  record Topics() implements NamesTopic {
    @Override
    public java.lang.String path() {
      return "topics";
    }

    @Override
    public java.lang.String streamPath() {
      return "";
    }
  }

  /**
   * The topic {@code publisher} with these events.
   *
   * <ul>
   *   <li>{@code publisher}
   * </ul>
   */
  record Publisher() implements NamesTopic {
    @Override
    public java.lang.String path() {
      return "publisher";
    }

    @Override
    public java.lang.String streamPath() {
      return "";
    }
  }

  /**
   * The topic {@code a} with these events.
   *
   * <ul>
   *   <li>{@code same}
   * </ul>
   */
  record A() implements NamesTopic {
    @Override
    public java.lang.String path() {
      return "a";
    }

    @Override
    public java.lang.String streamPath() {
      return "";
    }
  }

  /**
   * The topic {@code b} with these events.
   *
   * <ul>
   *   <li>{@code same}
   * </ul>
   */
  record B() implements NamesTopic {
    @Override
    public java.lang.String path() {
      return "b";
    }

    @Override
    public java.lang.String streamPath() {
      return "";
    }
  }

  /**
   * The topic {@code new/{PUBLISH}} with these events.
   *
   * <ul>
   *   <li>{@code publish}
   * </ul>
   *
   * @param PUBLISH what fills {@code {PUBLISH}}
   */
  record New(int PUBLISH) implements NamesTopic {
    @Override
    public java.lang.String path() {
      return "new/" + java.lang.String.valueOf(PUBLISH);
    }

    @Override
    public java.lang.String streamPath() {
      return "";
    }
  }
}
