package io.tidings.sse.hub;

import static io.tidings.sse.fixture.Block.event;
import static io.tidings.sse.hub.Markets.COUNT;
import static io.tidings.sse.hub.Markets.PRICE;
import static io.tidings.sse.hub.Markets.PRICES;
import static io.tidings.sse.hub.Markets.RAW;
import static io.tidings.sse.hub.Markets.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.fixture.Environments;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may be published, and what is refused before anybody gets it. */
class StreamPublisherTest extends MarketsHub {

  @Test
  void sendsTextAsItIsBytesAsBase64AndEverythingElseThroughTheCodec() {
    TestReader reader = connect(Markets.request(STREAM, "prices/A"));

    markets().publish(PRICE, "prices/A", "a\r\nb\rc\n\nd\u0085\u2028\ufeff\u0000");
    markets().publish(PRICE, "prices/A", "");
    markets().publish(RAW, "prices/A", new byte[] {1, 2, 3});
    markets().publish(COUNT, "prices/A", 42);

    assertThat(reader.readData())
        .containsExactly("a\nb\nc\n\nd\u0085\u2028\ufeff\u0000", "", "AQID", "42");
  }

  @Test
  void doesNotEncodeWhatNobodyWillRead() {
    StreamDefinition live = Markets.with(PRICES.withReplay(ReplayPolicy.NONE));

    hub.publisher(live).publish(PRICE, "prices/A", "\ud800");

    assertThat(connect(Markets.resume(live, "t1-0", "prices/A")).readData()).hasSize(1);
  }

  @Test
  void refusesAPayloadThatCannotBeEncodedAndSendsNothing() {
    EventDefinition<Object> odd = EventDefinition.of("odd", Object.class);
    StreamDefinition stream = Markets.with(PRICES.withEvent(odd));
    TestReader reader = connect(Markets.request(stream, "prices/A"));
    reader.read();

    assertThatThrownBy(() -> hub.publisher(stream).publish(odd, "prices/A", new Object()))
        .isInstanceOf(PayloadEncodingException.class)
        .hasMessageContaining("prices/A")
        .hasMessageContaining("no writer");
    assertThatThrownBy(() -> hub.publisher(stream).publish(PRICE, "prices/A", "\ud800"))
        .isInstanceOf(PayloadEncodingException.class);
    assertThat(reader.read()).isEmpty();
    hub.publisher(stream).publish(PRICE, "prices/A", "fine");
    assertThat(reader.read()).containsExactly(event("price", "t1-1", "fine"));
  }

  @Test
  void refusesAPayloadThatIsTooLarge() {
    StreamDefinition narrow = Markets.with(PRICES.withLimits(new LimitPolicy(0, 0, 0, 0, null, 3)));

    hub.publisher(narrow).publish(PRICE, "prices/A", "123");
    assertThatThrownBy(() -> hub.publisher(narrow).publish(PRICE, "prices/A", "1234"))
        .isInstanceOf(PayloadTooLargeException.class)
        .hasMessageContaining("3 bytes; was 4");
  }

  @Test
  void refusesToPublishWithoutACodecWhetherOrNotAnyoneReads() {
    Hub bare = Hub.builder().environment(Environments.manual(timer)).build();

    bare.publisher(STREAM).publish(PRICE, "prices/A", "text needs none");
    assertThatThrownBy(() -> bare.publisher(STREAM).publish(COUNT, "prices/A", 1))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Hub.builder().codec");
  }

  @Test
  void refusesTheCodecOfASecondApplication() {
    Hub shared = Hub.builder().environment(Environments.manual(timer)).build();
    shared.bindCodec(Markets.CODEC, "first");
    shared.bindCodec(Markets.CODEC, "first");

    assertThatThrownBy(() -> shared.bindCodec(Markets.CODEC, "second"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("second");
    hub.bindCodec(Markets.CODEC, "one");
    hub.bindCodec(Markets.CODEC, "other");
  }

  @Test
  void refusesTopicsThatTheStreamDoesNotHave() {
    for (String topic :
        List.of(
            "",
            "prices",
            "prices/",
            "prices/.",
            "prices/..",
            "prices/a/b",
            "other/x",
            "/prices/a",
            "prices/%41",
            "prices/a b",
            "prices/%zz",
            "prices/\ud800",
            "prices/a?x=1")) {
      assertThatThrownBy(() -> markets().publish(PRICE, topic, "1"))
          .as("publish to %s", topic)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesAnEventThatTheTopicDoesNotCarry() {
    EventDefinition<String> foreign = EventDefinition.of("price", String.class);

    assertThatThrownBy(() -> markets().publish(foreign, "prices/A", "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Prices prices/{symbol}");
  }

  @Test
  void refusesToPublishToATopicThatHasEnded() {
    markets().topic("prices/A").complete();

    assertThatThrownBy(() -> markets().publish(PRICE, "prices/A", "late"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("prices/A");
  }

  @Test
  void refusesToPublishAfterClose() {
    hub.close(Duration.ZERO);

    assertThatThrownBy(() -> markets().publish(PRICE, "prices/A", "late"))
        .isInstanceOf(HubClosedException.class)
        .hasMessageContaining("prices/A");
    assertThat(hub.admit(Markets.request(STREAM, "prices/A")))
        .isEqualTo(new Admission.Closing(Duration.ofSeconds(45)));
  }
}
