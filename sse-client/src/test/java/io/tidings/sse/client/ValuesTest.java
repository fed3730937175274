package io.tidings.sse.client;

import static io.tidings.sse.client.ErrorStrategy.Verdict.RECONNECT;
import static io.tidings.sse.client.ErrorStrategy.Verdict.STOP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidings.sse.client.StreamException.Fault;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The small values of the client. */
final class ValuesTest {

  private static final Clock CLOCK = Clock.fixed(FakeTime.NOW, ZoneOffset.UTC);

  @Test
  void readsRetryAfterInSecondsAndAsADate() {
    assertThat(retryAfter("0")).contains(Duration.ZERO);
    assertThat(retryAfter(" 120 ")).contains(Duration.ofMinutes(2));
    assertThat(retryAfter("99999999999999999999")).contains(Duration.ofMinutes(10));
    assertThat(retryAfter("Fri, 02 Jan 2026 03:05:05 GMT")).contains(Duration.ofMinutes(1));
    assertThat(retryAfter("Thu, 01 Jan 2026 00:00:00 GMT")).contains(Duration.ZERO);
    for (String nonsense : new String[] {"", "-1", "1.5", "soon", "٣", "Fri, 99 Jan 2026"}) {
      assertThat(retryAfter(nonsense)).isEmpty();
    }
  }

  @Test
  void allowsTwoAndAHalfHeartbeatsOfSilence() {
    assertThat(silence(": none")).isEqualTo(Silence.UNANNOUNCED);
    assertThat(silence("tidings; heartbeat=15000")).isEqualTo(Duration.ofMillis(37_500));
    assertThat(silence("heartbeat 15s")).isEqualTo(Duration.ofMillis(37_500));
    assertThat(silence("heartbeat=200ms")).isEqualTo(Duration.ofMillis(500));
    assertThat(silence("x,heartbeat: PT1M")).isEqualTo(Duration.ofSeconds(150));
    for (String nonsense :
        new String[] {
          "heartbeat=off",
          "heartbeat=0",
          "noheartbeat=9s",
          "heartbeat=5days",
          "heartbeat=99999999h",
          "heartbeat=PT",
          "heartbeat=999999999999"
        }) {
      assertThat(silence(nonsense)).as(nonsense).isEqualTo(Silence.UNANNOUNCED);
    }
  }

  @Test
  void hearsAnAnnouncementOnlyBeforeTheFirstEventAndIfNothingWasConfigured() {
    Silence late = new Silence(null);
    late.opened(Optional.empty());
    late.event();
    late.comment("heartbeat=1s");
    Silence configured = new Silence(Duration.ofSeconds(9));
    configured.opened(Optional.of("1s"));
    configured.comment("heartbeat=1s");

    assertThat(late.hearsComments()).isFalse();
    assertThat(late.nanos()).isEqualTo(Silence.UNANNOUNCED.toNanos());
    assertThat(configured.nanos()).isEqualTo(Duration.ofSeconds(9).toNanos());
  }

  @Test
  void knowsWhichIdsReachAServerUnchanged() {
    for (String id : new String[] {"", "e-1", "a b", "\"~!"}) {
      assertThat(HeaderText.isSendable(id)).as(id).isTrue();
    }
    for (String id : new String[] {"…", "ä", " a", "a ", "a\tb", "\u007F", "x".repeat(5000)}) {
      assertThat(HeaderText.isSendable(id)).as(id).isFalse();
    }
  }

  @Test
  void readsGapsWhateverTheyHold() {
    assertThat(Gap.parse("{\"reason\":\"epoch\",\"topic\":\"a\\/b\",\"firstAvailable\":null}"))
        .isEqualTo(new Gap(Gap.Reason.EPOCH, Optional.of("a/b"), Optional.empty()));
    assertThat(Gap.parse("{\"firstAvailable\":\"e-7\",\"reason\":\"newer\",\"more\":[{}]}"))
        .isEqualTo(new Gap(Gap.Reason.OTHER, Optional.empty(), Optional.of("e-7")));
    assertThat(Gap.parse("")).isEqualTo(Gap.parse("[]"));
  }

  @Test
  void decidesByTheKindOfFailure() {
    StreamException network = StreamException.of(Fault.NETWORK, "x", null);
    StreamException busy = StreamException.status(503, null);
    StreamException limit = StreamException.of(Fault.LIMIT, "x", null);

    assertThat(ErrorStrategy.standard().decide(network, 99)).isEqualTo(RECONNECT);
    assertThat(ErrorStrategy.standard().decide(busy, 1)).isEqualTo(RECONNECT);
    assertThat(ErrorStrategy.standard().decide(limit, 1)).isEqualTo(STOP);
    assertThat(ErrorStrategy.likeBrowsers().decide(network, 1)).isEqualTo(RECONNECT);
    assertThat(ErrorStrategy.likeBrowsers().decide(busy, 1)).isEqualTo(STOP);
    assertThat(ErrorStrategy.always().decide(limit, 1)).isEqualTo(RECONNECT);
    assertThat(ErrorStrategy.never().decide(network, 1)).isEqualTo(STOP);
    assertThat(ErrorStrategy.always().upTo(3).decide(limit, 2)).isEqualTo(RECONNECT);
    assertThat(ErrorStrategy.always().upTo(3).decide(limit, 3)).isEqualTo(STOP);
  }

  @Test
  void readsTopicsBackFromTheirPaths() {
    assertThat(TopicTemplate.of("a.{b}/{c}").read("a.x%2Fy/z+"))
        .contains(Map.of("b", "x/y", "c", "z+"));
    assertThat(TopicTemplate.of("{a}-{b}").read("1-2-3")).contains(Map.of("a", "1", "b", "2-3"));
    assertThat(TopicTemplate.of("a/{b}").read("a/b/c")).isEmpty();
    assertThat(TopicTemplate.of("a").read("aa")).isEmpty();
    assertThat(TopicTemplate.of("d{?a,b}").read("d?a=1&b=%26"))
        .contains(Map.of("a", "1", "b", "&"));
    assertThat(TopicTemplate.of("d{?a,b}").read("d?a=1")).isEmpty();
    assertThat(TopicTemplate.of("d").read("d?a=1")).isEmpty();
  }

  @Test
  void refusesSettingsThatCannotWork() {
    SseClient.Builder builder = SseClient.builder(URI.create("http://localhost"));

    assertThatThrownBy(() -> SseClient.builder(URI.create("/relative")))
        .hasMessage("uri must be an http or https URI; was /relative");
    assertThatThrownBy(() -> builder.lastEventId("…")).hasMessageContaining("printable ASCII");
    assertThatThrownBy(() -> builder.readTimeout(Duration.ZERO))
        .hasMessage("read timeout must be positive; was PT0S");
    assertThatThrownBy(() -> builder.redirects(-1)).hasMessageContaining("was -1");
    assertThatThrownBy(() -> builder.header("a", "b\r\nc: d"))
        .isInstanceOf(IllegalArgumentException.class);
    HttpClient following =
        HttpClient.newBuilder().followRedirects(HttpClient.Redirect.ALWAYS).build();
    assertThatThrownBy(() -> builder.httpClient(following)).hasMessageContaining("was ALWAYS");
  }

  @Test
  void comparesEventsByWhatTheyHold() {
    ReceivedEvent event = ReceivedEvent.of("price", "1", "e-7");

    assertThat(event)
        .isEqualTo(ReceivedEvent.of("price", "1", "e-7"))
        .hasSameHashCodeAs(ReceivedEvent.of("price", "1", "e-7"))
        .isNotEqualTo(ReceivedEvent.of("price", "1", "e-8"))
        .hasToString("price [e-7] 1");
  }

  private static Optional<Duration> retryAfter(String value) {
    return RetryAfter.parse(value, CLOCK);
  }

  private static Duration silence(String comment) {
    Silence silence = new Silence(null);
    silence.opened(Optional.empty());
    silence.comment(comment);
    return Duration.ofNanos(silence.nanos());
  }
}
