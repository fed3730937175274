package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidings.sse.fixture.Failures;
import io.tidings.sse.hub.GuardDecision;
import io.tidings.sse.hub.GuardRequest;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.SubscriptionGuard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How the decisions of several guards become one, in bounded time. */
@Timeout(30)
final class GuardsTest {

  private static final GuardRequest REQUEST =
      new GuardRequest(null, "markets", "prices/A", Map.of(), Map.of());
  private static final Instant NOON = Instant.parse("2030-01-01T12:00:00Z");

  private final List<Throwable> failures = new CopyOnWriteArrayList<>();
  private final Hub hub = Hub.builder().listener(Failures.into(failures)).build();
  private final Guards patient = new Guards(hub, Duration.ofSeconds(20));
  private final Guards impatient = new Guards(hub, Duration.ofMillis(50));

  @AfterEach
  void close() {
    patient.close();
    impatient.close();
    hub.close(Duration.ZERO);
  }

  private static List<Guards.Question> all(SubscriptionGuard... guards) {
    return Stream.of(guards).map(guard -> new Guards.Question(guard, REQUEST)).toList();
  }

  @Test
  void nobodyToAskIsConsent() {
    assertThat(impatient.decide(List.of())).isEqualTo(GuardDecision.allow());
  }

  @Test
  void theEarliestEndCounts() {
    GuardDecision decision =
        patient.decide(
            all(
                request -> GuardDecision.allowUntil(NOON.plusSeconds(9)),
                request -> GuardDecision.later(CompletableFuture.completedFuture(until(NOON))),
                request -> GuardDecision.allow()));

    assertThat(decision).isEqualTo(GuardDecision.allowUntil(NOON));
  }

  @Test
  void anEndBeyondAllTimeIsNoEnd() {
    GuardDecision decision =
        patient.decide(
            all(
                request -> GuardDecision.allowUntil(Instant.MAX),
                request -> GuardDecision.allowUntil(NOON)));

    assertThat(decision).isEqualTo(GuardDecision.allowUntil(NOON));
  }

  private static GuardDecision until(Instant end) {
    return GuardDecision.allowUntil(end);
  }

  @Test
  void aRefusalAmongConsentsCounts() {
    GuardDecision decision =
        patient.decide(
            all(request -> GuardDecision.allow(), request -> GuardDecision.unauthenticated()));

    assertThat(decision).isEqualTo(GuardDecision.unauthenticated());
  }

  @Test
  void aRefusalNeedsNoOtherAnswer() {
    GuardDecision decision =
        patient.decide(
            all(
                request -> GuardDecision.later(new CompletableFuture<>()),
                request -> GuardDecision.forbid()));

    assertThat(decision).isEqualTo(GuardDecision.forbid());
  }

  @Test
  void oneThatHangsIsInterruptedRefusesAndIsReported() {
    CountDownLatch interrupted = new CountDownLatch(1);

    GuardDecision decision =
        impatient.decide(
            all(
                request -> {
                  try {
                    new CountDownLatch(1).await();
                  } catch (InterruptedException e) {
                    interrupted.countDown();
                    throw e;
                  }
                  return GuardDecision.allow();
                }));

    assertThat(decision).isEqualTo(GuardDecision.forbid());
    await().until(() -> interrupted.getCount() == 0);
    await()
        .untilAsserted(
            () ->
                assertThat(failures)
                    .singleElement()
                    .asString()
                    .contains("it took longer than PT0.05S. The client was refused"));
  }

  @Test
  void aHubThatIsClosedRefuses() {
    impatient.close();

    assertThat(impatient.decide(all(request -> GuardDecision.allow())))
        .isEqualTo(GuardDecision.forbid());
  }
}
