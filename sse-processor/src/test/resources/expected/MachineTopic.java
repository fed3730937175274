package good;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import javax.annotation.processing.Generated;

/**
 * The topics of {@code Machine}.
 *
 * <p>Payloads that are asked for.
 */
@Generated("io.tidings.sse.processor.SseProcessor")
public sealed interface MachineTopic {
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
    return MachineTopic.isSegment(MachineTopic.text(value));
  }

  private static boolean isSegment(String text) {
    return !text.isEmpty() && !text.equals(".") && !text.equals("..") && (MachineTopic.isPlain(text) || StandardCharsets.UTF_8.newEncoder().canEncode(text));
  }

  private static String encode(Object value) {
    return MachineTopic.escape(MachineTopic.text(value));
  }

  private static String escape(String text) {
    return MachineTopic.isPlain(text) ? text : URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (!MachineTopic.isUnreserved(text.charAt(i))) {
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
   * The topic {@code load} with these events.
   *
   * <ul>
   *   <li>{@code load}: How busy the machine is.
   * </ul>
   *
   * @param machine what fills {@code {machine}}
   */
  record Load(UUID machine) implements MachineTopic {
    public Load {
      if (!MachineTopic.isValue(machine)) {
        throw MachineTopic.refusal("machine", machine);
      }
    }

    @Override
    public String path() {
      return "load";
    }

    @Override
    public String streamPath() {
      return "machines/" + MachineTopic.encode(machine);
    }
  }

  /**
   * The topic {@code disks/{disk}/{letter}{?raw,unit}} with these events.
   *
   * <ul>
   *   <li>{@code disk}
   * </ul>
   *
   * @param machine what fills {@code {machine}}
   * @param disk what fills {@code {disk}}
   * @param letter what fills {@code {letter}}
   * @param raw what fills {@code {raw}}
   * @param unit what fills {@code {unit}}
   */
  record Disks(UUID machine, int disk, char letter, boolean raw,
      Machine.Unit unit) implements MachineTopic {
    public Disks {
      if (!MachineTopic.isValue(machine) || !MachineTopic.isValue(letter) || !MachineTopic.isValue(unit)) {
        throw MachineTopic.refusal("machine, letter, unit", machine, letter, unit);
      }
    }

    @Override
    public String path() {
      return "disks/" + String.valueOf(disk) + "/" + MachineTopic.encode(letter) + "?raw=" + String.valueOf(raw) + "&unit=" + MachineTopic.encode(unit);
    }

    @Override
    public String streamPath() {
      return "machines/" + MachineTopic.encode(machine);
    }
  }

  /**
   * The topic {@code users} with these events.
   *
   * <ul>
   *   <li>{@code users}
   *   <li>{@code login}
   * </ul>
   *
   * @param machine what fills {@code {machine}}
   */
  record Users(UUID machine) implements MachineTopic {
    public Users {
      if (!MachineTopic.isValue(machine)) {
        throw MachineTopic.refusal("machine", machine);
      }
    }

    @Override
    public String path() {
      return "users";
    }

    @Override
    public String streamPath() {
      return "machines/" + MachineTopic.encode(machine);
    }
  }
}
