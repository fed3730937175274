package io.tidings.benchmarks.continuity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.tidings.benchmarks.process.RunFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ResumeRunIT {

  private static final int FAR_TOO_MANY = 2_000_000_000;

  @Test
  void startsNothingForMoreReadersThanTheSystemAllows() {
    assumeTrue(Files.exists(Path.of("/proc/self/limits")), "limits can be read on Linux alone");
    long before = ProcessHandle.current().children().count();

    assertThatThrownBy(() -> ResumeRun.open(FAR_TOO_MANY, "grizzly"))
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("limit of open files must be");

    assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
  }

  @Test
  void endsWhatItHasStartedWhenTheServerDoesNotStart() {
    long before = ProcessHandle.current().children().count();

    assertThatThrownBy(() -> ResumeRun.open(1, "no-such-container"))
        .isInstanceOf(RunFailure.class)
        .hasMessageContaining("resume failed: IllegalArgumentException: No enum constant")
        .hasMessageContaining("NO_SUCH_CONTAINER");

    assertThat(ProcessHandle.current().children().count()).isEqualTo(before);
  }
}
