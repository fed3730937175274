package documents;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.tidings.sse.annotations.Heartbeat;
import io.tidings.sse.annotations.Poll;
import io.tidings.sse.annotations.Replay;
import io.tidings.sse.annotations.SseStream;
import io.tidings.sse.annotations.Topic;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/**
 * What happens on an exchange, as {@code Map<Symbol, Price>} would not tell.
 *
 * <p>Every tenant has its own.
 */
@NullMarked
@SseStream("/tenants/{tenant}/exchange")
@Heartbeat(interval = "20s", event = "beat")
@Replay(events = 100, age = "10m")
public interface Exchange {

  /**
   * A trade moved the price.
   *
   * @param symbol the symbol of the instrument
   */
  @Topic("prices/{symbol}")
  void price(String tenant, String symbol, Price price);

  /** Trading has stopped; the text says why. */
  @Topic("prices/{symbol}")
  void halted(String tenant, String symbol, String reason);

  /** One page of the order book. */
  @Topic(value = "books/{id}{?side,level}", event = "book-page")
  void book(String tenant, UUID id, Side side, int level, Page<@Nullable Price> page);

  @Topic(value = "orders", event = "order-")
  void order(String tenant, OrderEvent order);

  @Topic("misc")
  void everything(String tenant, Everything everything);

  @Topic("misc")
  void named(String tenant, Named named);

  @Topic("misc")
  void shape(String tenant, Shape shape);

  @Topic("misc")
  void tree(String tenant, Map<String, List<Tree>> forest);

  @Topic("misc")
  void event(String tenant, Event event);

  @Topic(value = "raw", event = "raw bytes")
  @Heartbeat("off")
  void raw(String tenant, byte[] bytes);

  /** How busy the exchange is. */
  @Topic("load")
  @Poll("5s")
  void load(String tenant, double percent);

  /** Which side of the book. */
  enum Side {
    BUY,
    SELL,
    @JsonProperty("both-sides")
    BOTH
  }

  /**
   * A price.
   *
   * @param symbol the symbol of the instrument
   * @param last the last price,
   *     if there was a trade
   */
  record Price(String symbol, @Nullable BigDecimal last, Instant at, Side side) {}

  record Page<T extends @Nullable Object>(List<T> items, int total) {}

  /** What happens to an order. */
  sealed interface OrderEvent {

    /** The order is in the book. */
    record Placed(UUID id, Price limit) implements OrderEvent {}

    record Cancelled(UUID id, Optional<String> reason) implements OrderEvent {}
  }

  /** One of each kind. */
  record Everything(
      boolean truth,
      byte small,
      short medium,
      int whole,
      long large,
      float single,
      double twice,
      char letter,
      Integer boxed,
      BigInteger huge,
      BigDecimal exact,
      String text,
      @Nullable String perhaps,
      Optional<Price> optional,
      Instant instant,
      LocalDate date,
      Duration duration,
      UUID id,
      URI link,
      byte[] bytes,
      int[] numbers,
      List<@Nullable Integer> gaps,
      Set<Side> sides,
      Map<Side, BigDecimal> levels,
      Map<String, List<Price>> history,
      @Nullable Everything previous,
      Object anything) {}

  /** Names of all kinds. */
  @JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
  @tools.jackson.databind.annotation.JsonNaming(
      tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy.class)
  @JsonPropertyOrder({"last_name", "first_name"})
  class Named {
    private final String firstName;
    private final String lastName;

    @JsonProperty("e-mail")
    private final String mail;

    @JsonIgnore public final int secret = 7;

    public final int publicField = 1;

    @JsonFormat(shape = JsonFormat.Shape.STRING)
    public final int asText = 2;

    public Named(String firstName, String lastName, String mail) {
      this.firstName = firstName;
      this.lastName = lastName;
      this.mail = mail;
    }

    /** The name that people call. */
    public String getFirstName() {
      return firstName;
    }

    public @Nullable String getLastName() {
      return lastName;
    }

    public String getMail() {
      return mail;
    }

    public boolean isActive() {
      return true;
    }

    public Symbol getSymbol() {
      return new Symbol("ACME");
    }
  }

  /** A text of its own kind. */
  record Symbol(String text) {
    @JsonValue
    public String written() {
      return text;
    }
  }

  /** A drawing. */
  record Shape(Figure figure, Colour colour) {}

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({@JsonSubTypes.Type(value = Circle.class, name = "circle")})
  sealed interface Figure permits Circle, Square {}

  record Circle(double radius) implements Figure {}

  @JsonTypeName("square")
  record Square(double side) implements Figure {}

  /** Told apart by nothing but their fields. */
  sealed interface Colour {
    record Rgb(int red, int green, int blue) implements Colour {}

    record Grey(int level) implements Colour {}
  }

  /** A type that holds itself. */
  record Tree(String label, List<Tree> children) {}

  /** Has the name of a type that browsers have. */
  record Event(String type, int size) {
    public boolean isLarge() {
      return size > 100;
    }
  }
}
