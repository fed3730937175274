package bad;

import com.fasterxml.jackson.annotation.*;
import com.fasterxml.jackson.annotation.JsonProperty.Access;
import com.fasterxml.jackson.databind.PropertyNamingStrategy;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import io.tidings.sse.annotations.*;
import jakarta.json.bind.annotation.*;

@SseStream("/names")
public interface JsonNames {
  @Topic("t")
  void event(Holder holder);

  record Holder(
      Doubtful doubtful,
      Twice twice,
      Own own,
      Hidden hidden,
      Colour colour,
      Shade shade,
      Created created,
      Wrapped wrapped,
      Told told) {}

  class Doubtful {
    public transient int secret;
    private int count;
    private transient int cached;

    public int getURL() { // [SseJsonNameUnknown]
      return count;
    }

    public int getaway() { // [SseJsonNameUnknown]
      return count;
    }

    public int getCached() { // [SseJsonNameUnknown]
      return cached;
    }

    @JsonProperty("fine")
    public int getXCoordinate() {
      return count;
    }
  }

  class Twice {
    @JsonProperty("a")
    @JsonbProperty("b")
    public int one; // [SseJsonNameUnknown]

    @JsonIgnore
    @JsonProperty("c")
    public int two; // [SseJsonNameUnknown]

    @JsonProperty("four")
    public int three;

    public int four; // [SseJsonNameUnknown]

    @JsonUnwrapped public Shade five; // [SseJsonNameUnknown]
  }

  @JsonNaming(Own.Strategy.class)
  class Own { // [SseJsonNameUnknown]
    public int one;

    static class Strategy extends PropertyNamingStrategy {
      private static final long serialVersionUID = 1L;
    }
  }

  @JsonAutoDetect(fieldVisibility = JsonAutoDetect.Visibility.ANY)
  class Hidden { // [SseJsonNameUnknown]
    @JsonProperty(access = Access.WRITE_ONLY)
    public int one;
  }

  enum Colour { // [SseJsonNameUnknown]
    RED;

    @Override
    public String toString() {
      return "red";
    }
  }

  @EnumNaming(EnumNamingStrategies.CamelCaseStrategy.class)
  enum Shade { // [SseJsonNameUnknown]
    DARK_RED
  }

  class Created { // [SseJsonNameUnknown]
    private final int number;

    @JsonCreator
    public Created(@JsonProperty("no") int number) {
      this.number = number;
    }

    public int getNumber() {
      return number;
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
  class Wrapped { // [SseJsonNameUnknown]
    public int one;
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME)
  @JsonTypeName("a")
  @JsonbTypeInfo(key = "kind", value = @JsonbSubtype(alias = "a", type = Told.class))
  class Told { // [SseJsonNameUnknown]
    public int one;
  }
}
