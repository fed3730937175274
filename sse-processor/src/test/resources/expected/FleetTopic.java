package good;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * The topics of {@code Fleet}.
 *
 * <p>Variables of every kind.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
public sealed interface FleetTopic {
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
    return FleetTopic.isSegment(FleetTopic.text(value));
  }

  private static boolean isSegment(String text) {
    return !text.isEmpty() && !text.equals(".") && !text.equals("..") && (FleetTopic.isPlain(text) || StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  private static String encode(Object value) {
    return FleetTopic.escape(FleetTopic.text(value));
  }

  private static String escape(String text) {
    return FleetTopic.isPlain(text) ? text : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!FleetTopic.isUnreserved(text.charAt(i))) {
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
   * The topic {@code vehicles/{vin}/position} with these events.
   *
   * <ul>
   *   <li>{@code position}
   * </ul>
   *
   * @param vin what fills {@code {vin}}
   */
  record VehiclesPosition(UUID vin) implements FleetTopic {
    public VehiclesPosition {
      if (!FleetTopic.isValue(vin)) {
        throw FleetTopic.refusal("vin", vin);
      }
    }

    @Override
    public String path() {
      return "vehicles/" + FleetTopic.encode(vin) + "/position";
    }

    @Override
    public String streamPath() {
      return "fleet";
    }
  }

  /**
   * The topic {@code devices{?kind,site}} with these events.
   *
   * <ul>
   *   <li>{@code reading}
   *   <li>{@code online}
   * </ul>
   *
   * @param kind what fills {@code {kind}}
   * @param site what fills {@code {site}}
   */
  record Devices(Fleet.Kind kind, String site) implements FleetTopic {
    public Devices {
      if (!FleetTopic.isValue(kind) || !FleetTopic.isValue(site)) {
        throw FleetTopic.refusal("kind, site", kind, site);
      }
    }

    @Override
    public String path() {
      return "devices?kind=" + FleetTopic.encode(kind) + "&site=" + FleetTopic.encode(site);
    }

    @Override
    public String streamPath() {
      return "fleet";
    }
  }

  /**
   * The topic {@code kinds/{kind}/{on}/{letter}} with these events.
   *
   * <ul>
   *   <li>{@code letter}
   * </ul>
   *
   * @param kind what fills {@code {kind}}
   * @param on what fills {@code {on}}
   * @param letter what fills {@code {letter}}
   */
  record Kinds(Fleet.Kind kind, boolean on, Character letter) implements FleetTopic {
    public Kinds {
      if (!FleetTopic.isValue(kind) || !FleetTopic.isValue(letter)) {
        throw FleetTopic.refusal("kind, letter", kind, letter);
      }
    }

    @Override
    public String path() {
      return "kinds/" + FleetTopic.encode(kind) + "/" + String.valueOf(on) + "/" + FleetTopic.encode(letter);
    }

    @Override
    public String streamPath() {
      return "fleet";
    }
  }

  /**
   * The topic {@code amounts/{amount}/{plate}} with these events.
   *
   * <ul>
   *   <li>{@code amount}
   * </ul>
   *
   * @param amount what fills {@code {amount}}
   * @param plate what fills {@code {plate}}
   */
  record Amounts(BigDecimal amount, Fleet.Plate plate) implements FleetTopic {
    public Amounts {
      if (!FleetTopic.isValue(amount) || !FleetTopic.isValue(plate)) {
        throw FleetTopic.refusal("amount, plate", amount, plate);
      }
    }

    @Override
    public String path() {
      return "amounts/" + FleetTopic.encode(amount) + "/" + FleetTopic.encode(plate);
    }

    @Override
    public String streamPath() {
      return "fleet";
    }
  }

  /**
   * The topic {@code amounts/all/{number}} with these events.
   *
   * <ul>
   *   <li>{@code number}
   * </ul>
   *
   * @param number what fills {@code {number}}
   */
  record AmountsAll(int number) implements FleetTopic {
    @Override
    public String path() {
      return "amounts/all/" + String.valueOf(number);
    }

    @Override
    public String streamPath() {
      return "fleet";
    }
  }
}
