package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Admission;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ProblemTest {

  @Test
  void writesRemoteTextAsHarmlessAscii() {
    Problem problem =
        Problem.unknownTopics("/markets", List.of("\"<a href='x'>\\\r\n\u0000é\u2028"));

    assertThat(problem.json())
        .endsWith(
            "\"topics\":[\"\\u0022\\u003ca href=\\u0027x\\u0027\\u003e\\u005c\\u000d\\u000a"
                + "\\u0000\\u00e9\\u2028\"]}");
  }

  @Test
  void tellsThoseWhoHaveEnoughFromThoseWhoFindNoRoom() {
    assertThat(Problem.full(Admission.Limit.PER_PRINCIPAL).response().getStatus()).isEqualTo(429);
    assertThat(Problem.full(Admission.Limit.PER_CLIENT).response().getStatus()).isEqualTo(429);
    assertThat(Problem.full(Admission.Limit.CONNECTIONS).response().getStatus()).isEqualTo(503);
  }

  @Test
  void cutsWhatIsLong() {
    Problem problem =
        Problem.unknownTopics("/markets", Collections.nCopies(1_000, "x".repeat(10_000)));

    assertThat(problem.json()).hasSizeLessThan(3_000);
  }
}
