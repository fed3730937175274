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

  private static void check(String names, Object... values) {
    if (!Arrays.stream(values).map(Shop_OrdersTopic::text).allMatch(Shop_OrdersTopic::isSegment)) {
      throw new IllegalArgumentException(names + " must be valid text that is not empty, `.` or `..`; was " + Arrays.toString(values));
    }
  }

  private static boolean isSegment(String text) {
    return !text.isEmpty() && !text.equals(".") && !text.equals("..") && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String encode(Object value) {
    return URLEncoder.encode(Shop_OrdersTopic.text(value), StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
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
      Shop_OrdersTopic.check("tenant, id", tenant, id);
    }

    @Override
    public String path() {
      return "changes/" + Shop_OrdersTopic.encode(id);
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
      Shop_OrdersTopic.check("tenant", tenant);
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
      Shop_OrdersTopic.check("tenant", tenant);
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
      Shop_OrdersTopic.check("tenant", tenant);
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
      Shop_OrdersTopic.check("tenant", tenant);
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
