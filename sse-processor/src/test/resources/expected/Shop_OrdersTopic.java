package good;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * The topics of {@code Orders}.
 *
 * <p>The orders of one tenant.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
public sealed interface Shop_OrdersTopic {
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
    return Shop_OrdersTopic.isSegment(Shop_OrdersTopic.text(value));
  }

  private static boolean isSegment(String text) {
    return !text.isEmpty() && !text.equals(".") && !text.equals("..") && (Shop_OrdersTopic.isPlain(text) || StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  private static String encode(Object value) {
    return Shop_OrdersTopic.escape(Shop_OrdersTopic.text(value));
  }

  private static String escape(String text) {
    return Shop_OrdersTopic.isPlain(text) ? text : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!Shop_OrdersTopic.isUnreserved(text.charAt(i))) {
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
   * The topic {@code changes/{id}} with these events.
   *
   * <ul>
   *   <li>{@code order-placed}, {@code order-packed}, {@code order-sent}
   * </ul>
   *
   * @param tenant what fills {@code {tenant}}
   * @param id what fills {@code {id}}
   */
  record Changes(String tenant, long id) implements Shop_OrdersTopic {
    public Changes {
      if (!Shop_OrdersTopic.isValue(tenant)) {
        throw Shop_OrdersTopic.refusal("tenant", tenant);
      }
    }

    @Override
    public String path() {
      return "changes/" + String.valueOf(id);
    }

    @Override
    public String streamPath() {
      return "tenants/" + Shop_OrdersTopic.encode(tenant) + "/orders";
    }
  }

  /**
   * The topic {@code stock} with these events.
   *
   * <ul>
   *   <li>{@code stock.low}
   * </ul>
   *
   * @param tenant what fills {@code {tenant}}
   */
  record Shortages(String tenant) implements Shop_OrdersTopic {
    public Shortages {
      if (!Shop_OrdersTopic.isValue(tenant)) {
        throw Shop_OrdersTopic.refusal("tenant", tenant);
      }
    }

    @Override
    public String path() {
      return "stock";
    }

    @Override
    public String streamPath() {
      return "tenants/" + Shop_OrdersTopic.encode(tenant) + "/orders";
    }
  }

  /**
   * The topic {@code raw} with these events.
   *
   * <ul>
   *   <li>{@code raw}
   * </ul>
   *
   * @param tenant what fills {@code {tenant}}
   */
  record Raw(String tenant) implements Shop_OrdersTopic {
    public Raw {
      if (!Shop_OrdersTopic.isValue(tenant)) {
        throw Shop_OrdersTopic.refusal("tenant", tenant);
      }
    }

    @Override
    public String path() {
      return "raw";
    }

    @Override
    public String streamPath() {
      return "tenants/" + Shop_OrdersTopic.encode(tenant) + "/orders";
    }
  }

  /**
   * The topic {@code default} with these events.
   *
   * <ul>
   *   <li>{@code notes}
   * </ul>
   *
   * @param tenant what fills {@code {tenant}}
   */
  record Default(String tenant) implements Shop_OrdersTopic {
    public Default {
      if (!Shop_OrdersTopic.isValue(tenant)) {
        throw Shop_OrdersTopic.refusal("tenant", tenant);
      }
    }

    @Override
    public String path() {
      return "default";
    }

    @Override
    public String streamPath() {
      return "tenants/" + Shop_OrdersTopic.encode(tenant) + "/orders";
    }
  }

  /**
   * The topic {@code alive} with these events.
   *
   * <ul>
   *   <li>{@code alive}
   * </ul>
   *
   * @param tenant what fills {@code {tenant}}
   */
  record Alive(String tenant) implements Shop_OrdersTopic {
    public Alive {
      if (!Shop_OrdersTopic.isValue(tenant)) {
        throw Shop_OrdersTopic.refusal("tenant", tenant);
      }
    }

    @Override
    public String path() {
      return "alive";
    }

    @Override
    public String streamPath() {
      return "tenants/" + Shop_OrdersTopic.encode(tenant) + "/orders";
    }
  }
}
