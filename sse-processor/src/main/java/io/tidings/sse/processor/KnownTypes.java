package io.tidings.sse.processor;

import io.tidings.sse.processor.JsonType.Anything;
import io.tidings.sse.processor.JsonType.Decimal;
import io.tidings.sse.processor.JsonType.Text;
import io.tidings.sse.processor.JsonType.Truth;
import io.tidings.sse.processor.JsonType.Whole;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.type.TypeKind;

/**
 * How a JSON codec writes the types of the JDK.
 *
 * <p>Assumed is what Jackson 3 and JSON-B do by themselves: times are ISO-8601 text, not numbers. A
 * format is given only where every value keeps to it.
 */
final class KnownTypes {
  private static final Map<String, JsonType> TYPES = new HashMap<>();

  static {
    put(new Whole("int32"), "java.lang.Byte", "java.lang.Short", "java.lang.Integer");
    put(new Whole("int64"), "java.lang.Long");
    put(new Whole(""), "java.math.BigInteger", "java.time.Year");
    put(new Decimal("float"), "java.lang.Float");
    put(new Decimal("double"), "java.lang.Double");
    put(new Decimal(""), "java.math.BigDecimal", "java.lang.Number");
    put(new Truth(), "java.lang.Boolean");
    put(new Text("date-time"), "java.time.Instant", "java.time.OffsetDateTime");
    put(new Text("date"), "java.time.LocalDate");
    put(new Text("uuid"), "java.util.UUID");
    put(new Text("uri-reference"), "java.net.URI", "java.net.URL");
    put(new Text(""), "java.lang.String", "java.lang.CharSequence", "java.lang.Character");
    times("LocalTime", "LocalDateTime", "OffsetTime", "ZonedDateTime", "Duration", "Period");
    times("ZoneId", "ZoneOffset", "YearMonth", "MonthDay");
    put(new Text(""), "java.util.Date", "java.util.Calendar", "java.util.GregorianCalendar");
    put(new Text(""), "java.util.Locale", "java.util.Currency", "java.util.TimeZone");
    put(new Anything(), "java.lang.Object", "com.fasterxml.jackson.databind.JsonNode");
    put(new Anything(), "tools.jackson.databind.JsonNode", "jakarta.json.JsonValue");
    put(new Anything(), "jakarta.json.JsonObject", "jakarta.json.JsonArray");
  }

  private KnownTypes() {}

  private static void times(String... simpleNames) {
    List.of(simpleNames).forEach(name -> put(new Text(""), "java.time." + name));
  }

  private static void put(JsonType json, String... names) {
    List.of(names).forEach(name -> TYPES.put(name, json));
  }

  static Optional<JsonType> of(String qualifiedName) {
    return Optional.ofNullable(TYPES.get(qualifiedName));
  }

  static JsonType of(TypeKind primitive) {
    return switch (primitive) {
      case BOOLEAN -> new Truth();
      case CHAR -> new Text("");
      case LONG -> new Whole("int64");
      case FLOAT -> new Decimal("float");
      case DOUBLE -> new Decimal("double");
      default -> new Whole("int32");
    };
  }

  /** The value in {@code OptionalInt} and its like. */
  static Optional<JsonType> inOptional(String qualifiedName) {
    return switch (qualifiedName) {
      case "java.util.OptionalInt" -> Optional.of(new Whole("int32"));
      case "java.util.OptionalLong" -> Optional.of(new Whole("int64"));
      case "java.util.OptionalDouble" -> Optional.of(new Decimal("double"));
      default -> Optional.empty();
    };
  }
}
