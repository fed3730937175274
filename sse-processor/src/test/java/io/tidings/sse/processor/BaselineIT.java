package io.tidings.sse.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineIT {
  private static final Pattern CODE = Pattern.compile("\\[Sse(\\w+)]");
  private static final String TAIL =
      """
        record Price(String symbol, int cents, @Nullable String note, Side side, List<Long> sizes) {}

        enum Side { BUY, SELL }

        sealed interface Order permits Placed, Gone {}

        record Placed(String id) implements Order {}

        record Gone(String id) implements Order {}
      }
      """;
  private static final String STREAM =
      """
      package a;

      import io.tidings.sse.annotations.*;
      import java.util.*;
      import org.jspecify.annotations.*;

      @NullMarked
      @SseStream("/markets")
      interface Markets {
        @Topic("prices/{symbol}")
        void price(String symbol, Price price);

        @Topic("prices/{symbol}")
        void halted(String symbol, String why);

        @Topic("books/{side}")
        void book(Side side, List<Price> prices);

        @Topic("orders")
        void order(Order order);

      """
          + TAIL;

  /** By source, because most tests keep the same one. */
  private static final Map<String, String> DOCUMENTS = new HashMap<>();

  @TempDir Path folder;

  private Compilation compile(String source) {
    return Streams.compile(
        List.of("-Asse.baseline=" + folder), Streams.source("a.Markets", source));
  }

  /** Puts the document of the stream into the baseline, as a build would copy it. */
  private void keep(String source) throws IOException {
    Files.writeString(
        folder.resolve("Markets.asyncapi.json"),
        DOCUMENTS.computeIfAbsent(source, BaselineIT::document));
  }

  private static String document(String source) {
    Compilation compilation = Streams.compile(List.of(), Streams.source("a.Markets", source));
    return Generated.text(compilation, "Markets.asyncapi.json");
  }

  /** What is said of a changed stream: each code, the text where it is said, and the facts. */
  private List<String> said(String from, String to) throws IOException {
    keep(STREAM);
    String changed = STREAM.replace(from, to);
    assertThat(changed).isNotEqualTo(STREAM);
    return said(changed, compile(changed));
  }

  private static List<String> said(String source, Compilation compilation) {
    List<String> said = new ArrayList<>();
    List<String> lines = source.lines().toList();
    for (javax.tools.Diagnostic<? extends JavaFileObject> one : compilation.diagnostics()) {
      Matcher code = CODE.matcher(one.getMessage(null));
      if (code.find()) {
        String line =
            one.getLineNumber() > 0 ? lines.get((int) one.getLineNumber() - 1).strip() : "nowhere";
        String found = one.getMessage(null).replaceAll("(?s).*Found: (.*?)\\. .*", "$1");
        said.add(one.getKind() + " " + code.group(1) + " | " + line + " | " + found);
      }
    }
    return said;
  }

  @Test
  void saysNothingOfAStreamThatHasNotChanged() throws IOException {
    keep(STREAM);

    assertThat(said(STREAM, compile(STREAM))).isEmpty();
  }

  @Test
  void notesAStreamThatIsNotInTheBaseline() {
    Compilation compilation = compile(STREAM);

    assertThat(compilation).succeeded();
    assertThat(said(STREAM, compilation))
        .singleElement()
        .asString()
        .matches("NOTE BaselineMissing \\| interface Markets .* no .*Markets.asyncapi.json");
  }

  @Test
  void refusesADocumentThatIsNoJson() throws IOException {
    Files.writeString(folder.resolve("Markets.asyncapi.json"), "{\n  oops");

    assertThat(said(STREAM, compile(STREAM)))
        .singleElement()
        .asString()
        .contains("ERROR BaselineUnreadable | interface Markets", "in line 2");
  }

  @Test
  void reportsAStreamWhoseInterfaceIsGone() throws IOException {
    keep(STREAM);
    String other = STREAM.replace("interface Markets", "interface Bourse");

    Compilation compilation =
        Streams.compile(List.of("-Asse.baseline=" + folder), Streams.source("a.Bourse", other));

    assertThat(said(other, compilation))
        .anyMatch(one -> one.startsWith("ERROR BaselineStreamRemoved | nowhere | no a.Markets"));
  }

  @Test
  void reportsATopicThatIsGoneAndWhatItMayBeCalledNow() throws IOException {
    assertThat(said("\"orders\"", "\"order-book\""))
        .containsExactly(
            "ERROR BaselineTopicRemoved | interface Markets { | no \"orders\"",
            "NOTE BaselineAdded | interface Markets { | topic \"order-book\"");
    assertThat(compile(STREAM.replace("\"orders\"", "\"order-book\"")))
        .hadErrorContaining("Is it now \"order-book\"?");
  }

  @Test
  void reportsAStreamThatHasMoved() throws IOException {
    assertThat(said("\"/markets\"", "\"/exchange\""))
        .contains(
            "ERROR BaselineAddressChanged | interface Markets { | \"orders\" moved from"
                + " /markets/orders to /exchange/orders");
  }

  @Test
  void reportsAnEventThatIsGone() throws IOException {
    assertThat(said("void halted(", "void stopped("))
        .containsExactlyInAnyOrder(
            "ERROR BaselineEventRemoved | interface Markets { | no \"halted\" in"
                + " \"prices/{symbol}\"",
            "NOTE BaselineAdded | void stopped(String symbol, String why); | event \"stopped\" of"
                + " \"prices/{symbol}\"");
  }

  @Test
  void reportsALeafThatIsGone() throws IOException {
    assertThat(said("permits Placed, Gone {}", "permits Placed {}")).isNotEmpty();
    String changed =
        STREAM
            .replace("permits Placed, Gone {}", "permits Placed {}")
            .replace("record Gone(String id) implements Order {}", "");

    assertThat(said(changed, compile(changed)))
        .contains("ERROR BaselineEventRemoved | interface Markets { | no \"gone\" in \"orders\"");
  }

  @Test
  void reportsAFieldThatIsGoneOnTheMethodThatSendsIt() throws IOException {
    assertThat(said("int cents, ", ""))
        .containsExactly(
            "ERROR BaselineFieldRemoved | void price(String symbol, Price price); | no"
                + " Price.cents");
  }

  @Test
  void reportsAFieldOfAnotherType() throws IOException {
    assertThat(said("int cents", "String cents"))
        .containsExactly(
            "ERROR BaselineTypeChanged | void price(String symbol, Price price); | Price.cents was"
                + " integer (int32) and is string");
    assertThat(said("int cents", "long cents"))
        .singleElement()
        .asString()
        .contains("was integer (int32) and is integer (int64)");
    assertThat(said("List<Long> sizes", "List<String> sizes"))
        .singleElement()
        .asString()
        .contains("Price.sizes[] was integer (int64) and is string");
    assertThat(said("List<Long> sizes", "List<@Nullable Long> sizes"))
        .singleElement()
        .asString()
        .contains("Price.sizes[] was integer (int64) and is integer (int64) or null");
  }

  @Test
  void reportsAPayloadOfAnotherType() throws IOException {
    assertThat(said("String why", "Price why"))
        .containsExactly(
            "ERROR BaselineTypeChanged | void halted(String symbol, Price why); | data of halted"
                + " was text/plain and is application/json");
    assertThat(said("List<Price> prices", "Price prices"))
        .containsExactly(
            "ERROR BaselineTypeChanged | void book(Side side, Price prices); | book was array and"
                + " is object");
  }

  @Test
  void reportsAFieldThatMayNowBeMissing() throws IOException {
    assertThat(said("Side side,", "@Nullable Side side,"))
        .containsExactly(
            "ERROR BaselineFieldOptional | void price(String symbol, Price price); | Price.side may"
                + " now be missing or null, and clients read it without looking");
  }

  @Test
  void reportsAFieldThatOldEventsLack() throws IOException {
    assertThat(said("@Nullable String note", "String note"))
        .singleElement()
        .asString()
        .startsWith(
            "ERROR BaselineFieldRequired | void price(String symbol, Price price); | Price.note is"
                + " now required, but events in the history");
  }

  @Test
  void reportsAConstantThatIsGone() throws IOException {
    assertThat(said("BUY, SELL", "BUY"))
        .containsExactlyInAnyOrder(
            "ERROR BaselineConstantRemoved | interface Markets { | no \"SELL\" in {side}",
            "ERROR BaselineConstantRemoved | void price(String symbol, Price price); | no \"SELL\""
                + " in Side");
  }

  @Test
  void notesWhatIsNew() throws IOException {
    assertThat(said("int cents,", "int cents, int more,"))
        .containsExactly(
            "NOTE BaselineAdded | void price(String symbol, Price price); | field Price.more");
    assertThat(said("BUY, SELL", "BUY, SELL, BOTH"))
        .containsExactly(
            "NOTE BaselineAdded | void price(String symbol, Price price); | constant \"BOTH\" of"
                + " Side");
    assertThat(
            said(
                "@Topic(\"orders\")",
                "@Topic(\"news\") void news(String text);\n  @Topic(\"orders\")"))
        .containsExactly("NOTE BaselineAdded | interface Markets { | topic \"news\"");
  }

  @Test
  void comparesNoNullnessThatAClassFileHides() {
    String schema =
        """
        {"components": {"schemas": {"P": {"type": "object", "properties": {"a": {"type": "string"}},
          "required": ["a"]}}}}""";
    String hidden =
        schema.replace(
            "\"required\": [\"a\"]", "\"%s\": \"unknown\"".formatted(SchemaDocument.NULLNESS));

    assertThat(compared(schema, hidden)).isEmpty();
    assertThat(compared(hidden, schema)).isEmpty();
    assertThat(compared(schema, schema.replace("\"required\": [\"a\"]", "\"x\": 1")))
        .containsExactly("BASELINE_FIELD_OPTIONAL");
  }

  private static List<String> compared(String before, String after) {
    List<String> said = new ArrayList<>();
    new SchemaComparison(view(before), view(after), (what, facts) -> said.add(what.name()))
        .compare("e", SchemaDocument.reference("P"), SchemaDocument.reference("P"));
    return said;
  }

  private static DocumentView view(String text) {
    return new DocumentView((Map<?, ?>) JsonParser.parse(text).value());
  }

  @Test
  void endsWithTypesThatHoldThemselves() throws IOException {
    String tree = "record Placed(String id, @Nullable Placed next)";
    String before = STREAM.replace("record Placed(String id)", tree);
    keep(before);

    assertThat(said(before, compile(before))).isEmpty();
  }

  @Test
  void isOffByName() throws IOException {
    keep(STREAM);

    assertThat(
            Streams.compile(
                List.of("-Asse.baseline=off"),
                Streams.source("a.Markets", STREAM.replace("\"orders\"", "\"gone\""))))
        .succeededWithoutWarnings();
  }
}
