package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** What codecs write for random payloads is what the schemas say, and nothing else is. */
class PayloadSchemaTest {
  private static final int ROUNDS = 60;
  private static final Loaded CLASSES = new Loaded(Generated.exchange());
  private static final JsonMapper JACKSON_3 = new JsonMapper();
  private static final com.fasterxml.jackson.databind.ObjectMapper JACKSON_2 =
      com.fasterxml.jackson.databind.json.JsonMapper.builder()
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .build();

  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

  /** The payloads whose types only the generation 2 of Jackson needs further modules for. */
  private static final Set<String> JACKSON_3_ONLY =
      Set.of("Everything", "Price", "Placed", "Cancelled");

  static Stream<String> payloads() {
    return Stream.of(
        "Price", "Everything", "Named", "Shape", "Tree", "Event", "Placed", "Cancelled");
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void acceptsWhatJackson3Writes(String name) {
    Schema schema = schema(name);
    RandomValues values = new RandomValues(name.hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      String json = JACKSON_3.writeValueAsString(values.of(type(name)));

      assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void acceptsWhatJackson2Writes(String name) throws Exception {
    if (JACKSON_3_ONLY.contains(name)) {
      return;
    }
    Schema schema = schema(name);
    RandomValues values = new RandomValues(name.hashCode());
    for (int round = 0; round < ROUNDS; round++) {
      String json = JACKSON_2.writeValueAsString(values.of(type(name)));

      assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void namesExactlyThePropertiesThatAreWritten(String name) {
    RandomValues values = new RandomValues(name.hashCode());
    Set<Object> written = new TreeSet<>();
    for (int round = 0; round < ROUNDS; round++) {
      written.addAll(parsed(JACKSON_3.writeValueAsString(values.of(type(name)))).keySet());
    }

    assertThat(DocumentView.map(document(name), "properties").keySet())
        .map(Object::toString)
        .containsExactlyInAnyOrderElementsOf(written.stream().map(Object::toString).toList());
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void refusesAPayloadWithoutARequiredProperty(String name) {
    Schema schema = schema(name);
    RandomValues values = new RandomValues(name.hashCode());
    for (String required : DocumentView.texts(document(name), "required")) {
      Map<Object, Object> payload = parsed(JACKSON_3.writeValueAsString(values.of(type(name))));
      payload.remove(required);

      assertThat(schema.validate(JsonText.of(payload), InputFormat.JSON)).as(required).isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("payloads")
  void refusesAPropertyOfAnotherType(String name) {
    Schema schema = schema(name);
    RandomValues values = new RandomValues(name.hashCode());
    DocumentView.map(document(name), "properties")
        .forEach(
            (property, type) -> {
              if (type instanceof Map<?, ?> map && !map.isEmpty()) {
                String json = JACKSON_3.writeValueAsString(values.of(type(name)));
                Map<Object, Object> payload = parsed(json);
                for (Object wrong : List.of(List.of(List.of()), Map.of("wrong", Map.of()), "%")) {
                  payload.put(property, wrong);
                  boolean fits = isText(map) && wrong instanceof String;

                  assertThat(schema.validate(JsonText.of(payload), InputFormat.JSON).isEmpty())
                      .as(property + " = " + wrong)
                      .isEqualTo(fits);
                }
              }
            });
  }

  private static boolean isText(Map<?, ?> type) {
    String text = SchemaView.of(new DocumentView(root()), type).type();
    return text.equals("string") && !DocumentView.text(type, "$ref").endsWith("Side");
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, Object> parsed(String json) {
    return new LinkedHashMap<>((Map<Object, Object>) JsonParser.parse(json).value());
  }

  private static Class<?> type(String name) {
    String owner = Set.of("Placed", "Cancelled").contains(name) ? "OrderEvent$" : "";
    return CLASSES.type("documents.Exchange$" + owner + name);
  }

  private static Map<?, ?> document(String name) {
    return Generated.schema(Generated.exchange(), "Exchange", name);
  }

  private static Map<?, ?> root() {
    return Generated.document(Generated.exchange(), "Exchange");
  }

  /** The schema with all those that it refers to. */
  private static Schema schema(String name) {
    Map<String, Object> root = new LinkedHashMap<>();
    root.put("$schema", "http://json-schema.org/draft-07/schema#");
    root.put("allOf", List.of(SchemaDocument.reference(name)));
    root.put("components", root().get("components"));
    return REGISTRY.getSchema(JsonText.of(root), InputFormat.JSON);
  }
}
