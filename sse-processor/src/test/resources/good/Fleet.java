package good;

import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Variables of every kind. */
@SseStream("fleet")
public interface Fleet {

  @Topic("vehicles/{vin}/position")
  void position(UUID vin, Map<String, List<Integer>> position);

  @Topic("devices{?site,kind}")
  void reading(Kind kind, String site, double reading);

  @Topic("devices{?kind,site}")
  void online(String site, Kind kind, boolean online);

  @Topic("kinds/{kind}/{on}/{letter}")
  void letter(Kind kind, boolean on, Character letter, String text);

  @Topic("amounts/{amount}/{plate}")
  void amount(BigDecimal amount, Plate plate, String publisher);

  @Topic("amounts/all/{number}")
  void number(int number, String event);

  /** Kinds of devices. */
  enum Kind {
    CAR,
    BIKE {
      @Override
      public String toString() {
        return "bicycle";
      }
    }
  }

  /** A number plate. */
  record Plate(String text) {
    public static Plate fromString(String text) {
      return new Plate(text);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
