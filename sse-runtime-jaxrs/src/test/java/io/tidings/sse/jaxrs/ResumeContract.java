package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a client gets that says what it has seen. */
abstract class ResumeContract extends ContainerContract {

  @Test
  void aHeaderResumesAfterTheEventThatItNames() throws Exception {
    resumes(id -> get("/markets/alerts", "Last-Event-ID: " + id));
  }

  @Test
  void aQueryParameterResumesAfterTheEventThatItNames() throws Exception {
    resumes(id -> get("/markets/alerts?lastEventId=" + id));
  }

  @Test
  void theHeaderWinsOverTheQueryParameter() throws Exception {
    resumes(id -> get("/markets/alerts?lastEventId=garbage", "Last-Event-ID: " + id));
  }

  private interface Resumed {
    RawResponse from(String id) throws IOException;
  }

  private void resumes(Resumed resumed) throws Exception {
    RawResponse before = live("/markets/alerts");
    markets.alert("one");
    String one = idOf(before.block());
    markets.alert("two");
    markets.alert("three");

    RawResponse stream = resumed.from(one);
    assertThat(stream.block()).matches(FIRST_BLOCK);
    String two = next(one);
    assertThat(stream.block()).isEqualTo("event: alert\nid: " + two + "\ndata: two\n\n");
    String three = next(two);
    assertThat(stream.block()).isEqualTo("event: alert\nid: " + three + "\ndata: three\n\n");
    assertThat(stream.block()).isEqualTo("id: " + three + "\n\n");
    markets.alert("four");
    assertThat(stream.block()).isEqualTo("event: alert\nid: " + next(three) + "\ndata: four\n\n");
  }

  @Test
  void anIdThatMeansNothingHereIsAGapAndIsNeverEchoed() throws Exception {
    markets.alert("kept");
    for (String hostile : List.of("garbage<script>", "other-17", "-17", "x-99999999999999999999")) {
      RawResponse stream = get("/markets/alerts", "Last-Event-ID: " + hostile);

      assertThat(stream.headers().toString()).doesNotContain(hostile);
      assertThat(stream.block()).matches(FIRST_BLOCK);
      assertThat(stream.block())
          .startsWith("event: sse-gap\ndata: {\"reason\":\"epoch\",\"topic\":\"alerts\"")
          .doesNotContain("id:")
          .doesNotContain(hostile);
      assertThat(stream.block()).endsWith("data: kept\n\n");
    }
  }

  @Test
  void anIdOf64KilobytesIsAGap() throws Exception {
    RawResponse stream = get("/markets/alerts", "Last-Event-ID: " + "x".repeat(64 * 1024));

    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.block()).matches(FIRST_BLOCK);
    assertThat(stream.block()).startsWith("event: sse-gap\ndata: {\"reason\":\"epoch\"");
  }

  @Test
  void anIdFromTheFutureIsAGap() throws Exception {
    RawResponse before = live("/markets/alerts");
    markets.alert("now");
    String future = next(next(idOf(before.block())));

    RawResponse stream = get("/markets/alerts", "Last-Event-ID: " + future);

    stream.block();
    assertThat(stream.block()).startsWith("event: sse-gap\ndata: {\"reason\":");
  }

  @Test
  void anIdWhoseSuccessorsWereTrimmedIsAGap() throws Exception {
    RawResponse before = live("/markets/ticks");
    markets.tick("1");
    String first = idOf(before.block());
    List.of("2", "3", "4").forEach(markets::tick);

    RawResponse stream = get("/markets/ticks", "Last-Event-ID: " + first);

    stream.block();
    assertThat(stream.block())
        .startsWith("event: sse-gap\ndata: {\"reason\":\"trimmed\",\"topic\":\"ticks\"");
    assertThat(stream.block()).endsWith("data: 3\n\n");
    assertThat(stream.block()).endsWith("data: 4\n\n");
  }
}
