package io.tidings.sse.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.RequiresProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The generated documents under AsyncAPI's own parser. */
@RequiresProgram({"node", "npm"})
class AsyncApiIT {
  private static Path folder;

  @BeforeAll
  static void install() throws IOException {
    folder = Npm.install();
  }

  private static List<Map<?, ?>> parsed(String... files) throws IOException {
    List<String> command = new ArrayList<>(List.of("node", "asyncapi.mjs"));
    command.addAll(List.of(files));
    Npm.Result result = Npm.run(command.toArray(String[]::new));
    assertThat(result.status()).as(result.output()).isZero();
    List<Map<?, ?>> documents = new ArrayList<>();
    for (String line : result.lines()) {
      documents.add((Map<?, ?>) JsonParser.parse(line).value());
    }
    return documents;
  }

  @Test
  void passTheOfficialParser() throws IOException {
    String text = Generated.text(Generated.exchange(), "Exchange.asyncapi.json");
    Files.writeString(folder.resolve("Exchange.asyncapi.json"), text);

    Map<?, ?> document = parsed("Exchange.asyncapi.json").get(0);

    assertThat(DocumentView.texts(document, "problems")).isEmpty();
    assertThat(DocumentView.text(document, "version")).isEqualTo("3.0.0");
    assertThat(DocumentView.text(document, "title")).isEqualTo("Exchange");
    assertThat(DocumentView.texts(document, "channels"))
        .contains(
            "/tenants/{tenant}/exchange/prices/{symbol}",
            "/tenants/{tenant}/exchange/books/{id}",
            "/tenants/{tenant}/exchange");
    assertThat(DocumentView.texts(document, "messages"))
        .contains("price", "halted", "order-placed", "raw bytes", "beat", "sse-gap", "sse-end")
        .contains("sse-error");
  }

  @Test
  void passForEveryGoodStream() throws IOException {
    List<String> files = new ArrayList<>();
    for (String name : Streams.resources("good")) {
      for (var file : Streams.compile(Streams.resource(name)).generatedFiles()) {
        if (file.getName().endsWith(".asyncapi.json")) {
          Path target = folder.resolve(Path.of(file.getName()).getFileName().toString());
          Files.writeString(target, Streams.text(file));
          files.add(target.getFileName().toString());
        }
      }
    }

    assertThat(files).hasSizeGreaterThan(2);
    assertThat(parsed(files.toArray(String[]::new)))
        .hasSameSizeAs(files)
        .allSatisfy(one -> assertThat(DocumentView.texts(one, "problems")).isEmpty());
  }

  @Test
  void failWhenTheyAreWrongSoThatThisTestCanFail() throws IOException {
    String text = Generated.text(Generated.exchange(), "Exchange.asyncapi.json");
    Files.writeString(
        folder.resolve("wrong.json"),
        text.replace("\"action\": \"send\"", "\"action\": \"shout\""));

    assertThat(DocumentView.texts(parsed("wrong.json").get(0), "problems")).isNotEmpty();
  }
}
