package io.tidings.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.benchmarks.process.ServerRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the instrument says what its rows are made of. */
class RowsPageTest {

  @ParameterizedTest
  @CsvSource({
    "../pom.xml, jersey, Jersey",
    "../pom.xml, grizzly, Grizzly",
    "../pom.xml, undertow, Undertow",
    "rows/resteasy/pom.xml, undertow, Undertow",
    "rows/pom.xml, resteasy, RESTEasy",
    "rows/pom.xml, jetty, Jetty",
    "rows/pom.xml, tomcat, Tomcat",
    "rows/pom.xml, vertx, Vert.x",
    "rows/pom.xml, helidon, Helidon",
    "rows/pom.xml, spring, Spring",
    "rows/pom.xml, reactor, Reactor",
    "rows/pom.xml, reactor-netty, Reactor Netty",
    "rows/pom.xml, javalin, Javalin"
  })
  void namesTheVersionOfEachLibrary(String pom, String property, String name) throws IOException {
    assertThat(page()).contains(name + " " + version(pom, property));
  }

  @Test
  void hasALineForEachRowButTheLimit() throws IOException {
    String table = page().split("\n## The rows\n", -1)[1].split("\n## ", -1)[0];

    for (String row : ServerRow.names()) {
      assertThat(table.contains("`" + row + "`")).as(row).isEqualTo(!row.equals("limit"));
    }
  }

  private static String page() throws IOException {
    return Files.readString(Path.of("README.md"));
  }

  private static String version(String pom, String property) throws IOException {
    String text = Files.readString(Path.of(pom));
    Matcher version = Pattern.compile("<" + property + "\\.version>([^<]+)</").matcher(text);
    assertThat(version.find()).as(property).isTrue();
    return version.group(1);
  }
}
