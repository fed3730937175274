package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.jaxrs.markets.OrdersPublisher;
import io.tidings.sse.jaxrs.markets.Price;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What a client of a living stream sees, byte by byte. */
abstract class EventStreamContract extends ContainerContract {

  @Test
  void headersAndTheFirstBlockLeaveAtOnce() throws Exception {
    RawResponse stream = get("/markets/alerts", "Accept: text/event-stream");

    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
    assertThat(stream.header("Cache-Control")).isEqualTo("no-store, no-transform");
    assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
    assertThat(stream.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(stream.headers()).doesNotContainKeys("Content-Encoding", "ETag", "Content-Length");
    assertThat(stream.block()).matches(FIRST_BLOCK);
    assertThat(stream.block()).matches(CURSOR_BLOCK);
  }

  @Test
  void everyAcceptHeaderThatAllowsAnEventStreamGetsOne() throws Exception {
    live("/markets/alerts");
    live("/markets/alerts", "Accept: */*");
    live("/markets/alerts", "Accept: text/*;q=0.1, image/png");
  }

  @Test
  void anEventIsOneBlockOfTypeIdAndData() throws Exception {
    RawResponse stream = get("/markets/prices/ACME");
    stream.block();
    String cursor = idOf(stream.block());

    markets.price("ACME", new Price("ACME", new BigDecimal("1.5")));
    markets.halted("ACME", "two\nlines");

    String first = next(cursor);
    assertThat(stream.block())
        .isEqualTo(
            "event: price\nid: " + first + "\ndata: {\"symbol\":\"ACME\",\"lastPrice\":1.5}\n\n");
    assertThat(stream.block())
        .isEqualTo("event: halted\nid: " + next(first) + "\ndata: two\ndata: lines\n\n");
  }

  @Test
  void theCollectionPathLabelsEveryEventWithItsTopic() throws Exception {
    RawResponse stream = get("/markets?topic=prices/A%2520B&topic=alerts");
    stream.block();
    String cursor = idOf(stream.block());

    markets.halted("A B", "why");
    markets.alert("all");
    markets.halted("other", "unseen");
    markets.alert("last");

    String first = next(cursor);
    assertThat(stream.block())
        .isEqualTo("event: prices/A%20B#halted\nid: " + first + "\ndata: why\n\n");
    String second = next(first);
    assertThat(stream.block()).isEqualTo("event: alerts#alert\nid: " + second + "\ndata: all\n\n");
    assertThat(stream.block())
        .isEqualTo("event: alerts#alert\nid: " + next(next(second)) + "\ndata: last\n\n");
  }

  @Test
  void oneTopicOnTheCollectionPathIsLabelledToo() throws Exception {
    RawResponse stream = live("/markets?topic=alerts");

    markets.alert("one");

    assertThat(stream.block()).startsWith("event: alerts#alert\nid: ");
  }

  @Test
  void everyExpansionOfAStreamPathIsAStreamOfItsOwn() throws Exception {
    OrdersPublisher orders = new OrdersPublisher(hub);
    RawResponse acme = live("/tenants/acme/orders/number/007?kind=new");
    RawResponse other = live("/tenants/other/orders?topic=number/7?kind=new");

    orders.order("acme", 7, "new", "for acme");
    orders.order("other", 7, "new", "for other");

    assertThat(acme.block()).startsWith("event: order\n").endsWith("data: for acme\n\n");
    assertThat(other.block())
        .startsWith("event: number/7?kind=new#order\n")
        .endsWith("data: for other\n\n");
  }

  @Test
  void theClientNamesItselfInAHeaderOrTheQuery() throws Exception {
    live("/markets/alerts", "sse-clientid: header");
    live("/markets/alerts?clientId=query");

    assertThat(hub.connection("header")).isPresent();
    assertThat(hub.connection("query")).isPresent();
  }

  @Test
  void aNameThatIsNotPlainIsReplacedByOneOfTheHub() throws Exception {
    RawResponse stream = get("/markets/alerts?clientId=%0D%0Aevil:%201");

    assertThat(stream.headers()).doesNotContainKey("evil");
    assertThat(stream.block()).doesNotContain("evil");
    stream.block();
    assertThat(hub.connections())
        .singleElement()
        .satisfies(connection -> assertThat(connection.clientId()).matches("[!-~]{1,128}"));
  }
}
