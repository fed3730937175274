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

  private static void check(String names, Object... values) {
    if (!Arrays.stream(values).map(MachineTopic::text).allMatch(MachineTopic::isSegment)) {
      throw new IllegalArgumentException(names + " must be valid text that is not empty, `.` or `..`; was " + Arrays.toString(values));
    }
  }

  private static boolean isSegment(String text) {
    return !text.isEmpty() && !text.equals(".") && !text.equals("..") && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }

  private static String encode(Object value) {
    return URLEncoder.encode(MachineTopic.text(value), StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
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
      MachineTopic.check("machine", machine);
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
      MachineTopic.check("machine, disk, letter, raw, unit", machine, disk, letter, raw, unit);
    }

    @Override
    public String path() {
      return "disks/" + MachineTopic.encode(disk) + "/" + MachineTopic.encode(letter) + "?raw=" + MachineTopic.encode(raw) + "&unit=" + MachineTopic.encode(unit);
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
      MachineTopic.check("machine", machine);
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
