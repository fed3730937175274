package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Element;
import org.junit.jupiter.api.Test;

/** What annotations, nullness and names do to the schemas. */
class PayloadTypesTest {

  private static Map<?, ?> payload(String... lines) {
    Compilation compilation = Generated.payload(List.of(), lines);
    assertThat(compilation).succeeded();
    return Generated.schema(compilation, "Feed", "Payload");
  }

  private static List<String> properties(String... lines) {
    return DocumentView.map(payload(lines), "properties").keySet().stream()
        .map(String::valueOf)
        .toList();
  }

  @Test
  void takesFieldsOfUnmarkedCodeForNullable() {
    Map<?, ?> payload =
        payload("@NullUnmarked record Payload(String a, int b, @NonNull String c) {}");

    assertThat(DocumentView.texts(payload, "required")).containsExactly("b", "c");
    assertThat(DocumentView.texts(DocumentView.map(payload, "properties").get("a"), "type"))
        .containsExactly("string", "null");
  }

  @Test
  void honoursWhatLeavesPropertiesOut() {
    assertThat(
            properties(
                "@JsonIgnoreProperties(\"a\")",
                "record Payload(int a, @JsonIgnore int b, @JsonbTransient int c,",
                "    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) int d,",
                "    @JsonIgnore(false) int e) {}"))
        .containsExactly("e");
    assertThat(properties("@JsonIncludeProperties(\"a\") record Payload(int a, int b) {}"))
        .containsExactly("a");
  }

  @Test
  void honoursNamesWhereverTheyStand() {
    assertThat(
            properties(
                "@JacksonAnnotationsInside @JsonProperty(\"bundled\")",
                "@java.lang.annotation.Retention(java.lang.annotation.RetentionPolicy.RUNTIME)",
                "@interface Bundle {}",
                "interface Named { @JsonProperty(\"inherited\") int b(); }",
                "record Payload(@Bundle int a, int b, @JsonbProperty(\"jsonb\") int c,",
                "    @JsonProperty int d) implements Named {",
                "  @JsonProperty(\"more\") public int further() { return 1; }",
                "  public int ignored() { return 1; }",
                "}"))
        .containsExactly("bundled", "inherited", "jsonb", "d", "more");
  }

  @Test
  void honoursTheOrderThatAClassAsksFor() {
    assertThat(
            properties(
                "@JsonbPropertyOrder({\"c\", \"a\"}) record Payload(int a, int b, int c) {}"))
        .containsExactly("c", "a", "b");
  }

  @Test
  void requiresNothingThatMayBeLeftOut() {
    Map<?, ?> payload =
        payload(
            "@JsonInclude(JsonInclude.Include.NON_EMPTY)",
            "record Payload(String a, @JsonInclude(JsonInclude.Include.ALWAYS) String b) {}");

    assertThat(DocumentView.texts(payload, "required")).containsExactly("b");
  }

  @Test
  void dropsAFormatThatAPatternReplaces() {
    Map<?, ?> payload =
        payload(
            "record Payload(@JsonFormat(pattern = \"yyyy\") java.time.Instant a,",
            "    @JsonbDateFormat(\"yyyy\") java.time.Instant b, java.time.Instant c) {}");

    assertThat(DocumentView.map(payload, "properties").toString())
        .isEqualTo("{a={type=string}, b={type=string}, c={type=string, format=date-time}}");
  }

  @Test
  void readsThroughCollectionClassesOfOnesOwn() {
    Map<?, ?> payload =
        payload(
            "static class Names extends ArrayList<String> {}",
            "static class ByName<V> extends HashMap<String, List<V>> {}",
            "static class Self extends ArrayList<Self> {}",
            "record Payload(Names a, ByName<Integer> b, Self c) {}");

    assertThat(DocumentView.map(payload, "properties").toString())
        .isEqualTo(
            "{a={type=array, items={type=string}}, b={type=object,"
                + " additionalProperties={type=array, items={type=integer, format=int32}}},"
                + " c={type=array, items={}}}");
  }

  @Test
  void leavesNothingOpenThatHasAType() {
    Map<?, ?> tree = Generated.schema(Generated.exchange(), "Exchange", "Tree");
    Map<?, ?> everything = Generated.schema(Generated.exchange(), "Exchange", "Everything");

    assertThat(DocumentView.map(tree, "properties").toString())
        .contains("children={type=array, items={$ref=#/components/schemas/Tree}}");
    assertThat(DocumentView.map(everything, "properties").entrySet())
        .filteredOn(one -> one.getValue().equals(Map.of()))
        .singleElement()
        .extracting(one -> one.getKey())
        .isEqualTo("anything");
  }

  @Test
  void readsACollectionClassThatATypeInItHolds() {
    Map<?, ?> payload =
        payload(
            "static class Nodes extends ArrayList<Node> {}",
            "record Node(Nodes children) {}",
            "record Payload(Nodes nodes) {}");

    assertThat(DocumentView.map(payload, "properties").toString())
        .isEqualTo("{nodes={type=array, items={$ref=#/components/schemas/Node}}}");
  }

  @Test
  void tellsTypesOfOneSimpleNameApart() {
    Compilation compilation =
        Generated.payload(
            List.of(),
            "record Payload(One.Item a, Two.Item b, Map c, Page<One.Item> d) {}",
            "interface One { record Item(int a) {} }",
            "interface Two { record Item(String a) {} }",
            "record Map(int a) {}",
            "record Page<T>(T first) {}");

    assertThat(compilation).succeeded();
    assertThat(schemaNames(compilation))
        .containsExactly("FeedOneItem", "FeedTwoItem", "MapPayload", "PageOfItem", "Payload");
  }

  private static List<String> schemaNames(Compilation compilation) {
    Map<?, ?> document = Generated.document(compilation, "Feed");
    return DocumentView.map(DocumentView.map(document, "components"), "schemas").keySet().stream()
        .map(String::valueOf)
        .toList();
  }

  @Test
  void writesTheTagThatTellsVariantsApart() {
    Compilation compilation =
        Generated.payload(
            List.of(),
            "record Payload(Pet pet) {}",
            "@JsonbTypeInfo(key = \"is\", value = @JsonbSubtype(alias = \"dog\", type = Dog.class))",
            "sealed interface Pet permits Dog {}",
            "record Dog(String name) implements Pet {}");

    assertThat(Generated.schema(compilation, "Feed", "Dog").toString())
        .contains("is={type=string, const=dog}");
    assertThat(Generated.schema(compilation, "Feed", "Pet").toString()).contains("oneOf=");
    assertThat(Generated.text(compilation, "Feed.ts"))
        .contains("readonly is: \"dog\";", "export type Pet = Dog;");
  }

  @Test
  void describesParametersFromTheirTags() {
    assertThat(
            ParameterTags.of(
                " A price.\n\n @param symbol the {@code symbol}\n   of it\n @param last the last\n"
                    + " @return nothing"))
        .isEqualTo(
            Map.of(
                "symbol", new Documentation("the {@code symbol}\nof it"),
                "last", new Documentation("the last")));
  }

  @Test
  void doesNotTrustAClassFileWhoseNullnessTheCompilerHides() {
    Environment nothingInSource = new Environment(null, null, new Roots());
    Element element =
        (Element)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Element.class},
                (proxy, method, arguments) -> method.getName().equals("toString") ? "a.A" : null);

    assertThat(new Nullness(nothingInSource, 17).isKnown(element)).isFalse();
    assertThat(new Nullness(nothingInSource, 22).isKnown(element)).isTrue();
  }
}
