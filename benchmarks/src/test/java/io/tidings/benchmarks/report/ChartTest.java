package io.tidings.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartTest {

  @Test
  void drawsTheBestRowFirst() throws Exception {
    Document image =
        parse(Chart.of(List.of(lockstep("vertx", 150_000), lockstep("tidings-jetty", 190_000))));

    NodeList bars = image.getElementsByTagName("rect");
    assertThat(bars.getLength()).isEqualTo(2);
    assertThat(bars.item(0).getAttributes().getNamedItem("class").getNodeValue()).isEqualTo("ours");
    assertThat(image.getDocumentElement().getTextContent()).containsSubsequence("jetty", "190 k");
  }

  @Test
  void leavesOutWhatNobodyOrOnlyOneHas() throws Exception {
    Document image = parse(Chart.of(List.of(lockstep("vertx", 150_000))));

    assertThat(image.getElementsByTagName("rect").getLength()).isZero();
  }

  @Test
  void writesNumbersWithTheDigitsThatPeopleCompare() {
    assertThat(Chart.number(12_345_678)).isEqualTo("12.3 M");
    assertThat(Chart.number(314_159)).isEqualTo("314 k");
    assertThat(Chart.number(4_096)).isEqualTo("4096");
    assertThat(Chart.number(0.123)).isEqualTo("0.12");
  }

  private static Figures lockstep(String row, double deliveries) {
    return Figures.of("fanout", row)
        .put("readers", 1_000)
        .put("mode", "lockstep")
        .put("deliveries_per_s", deliveries);
  }

  private static Document parse(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg)));
  }
}
