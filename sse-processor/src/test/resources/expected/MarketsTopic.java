package good;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The topics of {@code Markets}.
 *
 * <p>What happens on the markets.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
public sealed interface MarketsTopic {
  /**
   * The encoded topic, relative to the stream.
   *
   * @return never null
   */
  String path();

  /**
   * The encoded path of the stream, without a leading slash.
   *
   * @return never null
   */
  String streamPath();

  private static IllegalArgumentException refusal(String names, Object... values) {
    return new IllegalArgumentException(names + " must be valid text that is not empty, `.` or `..`; was " + Arrays.toString(values));
  }

  private static boolean isValue(Object value) {
    return MarketsTopic.isSegment(MarketsTopic.text(value));
  }

  private static boolean isSegment(String text) {
    return !text.isEmpty() && !text.equals(".") && !text.equals("..") && (MarketsTopic.isPlain(text) || StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  private static String encode(Object value) {
    return MarketsTopic.escape(MarketsTopic.text(value));
  }

  private static String escape(String text) {
    return MarketsTopic.isPlain(text) ? text : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!MarketsTopic.isUnreserved(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isUnreserved(char unit) {
    return unit >= 'a' && unit <= 'z' || unit >= 'A' && unit <= 'Z' || unit >= '0' && unit <= '9' || unit == '-' || unit == '.' || unit == '_' || unit == '~';
  }

  private static String text(Object value) {
    return value instanceof Enum<?> constant ? constant.name() : Objects.toString(value, "");
  }

  /**
   * The topic {@code prices/{symbol}} with these events.
   *
   * <ul>
   *   <li>{@code price}: A trade moved the price.
   *   <li>{@code halted}
   * </ul>
   *
   * @param symbol what fills {@code {symbol}}
   */
  record Prices(String symbol) implements MarketsTopic {
    public Prices {
      if (!MarketsTopic.isValue(symbol)) {
        throw MarketsTopic.refusal("symbol", symbol);
      }
    }

    @Override
    public String path() {
      return "prices/" + MarketsTopic.encode(symbol);
    }

    @Override
    public String streamPath() {
      return "markets";
    }
  }

  /**
   * The topic {@code alerts} with these events.
   *
   * <ul>
   *   <li>{@code alert}
   * </ul>
   */
  record Alerts() implements MarketsTopic {
    @Override
    public String path() {
      return "alerts";
    }

    @Override
    public String streamPath() {
      return "markets";
    }
  }
}
