package io.tidings.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NativeMemoryTest {

  @Test
  void addsUpWhatGrowsWithReaders() {
    String report =
        """
        Total: reserved=9000KB, committed=900KB
        -                 Java Heap (reserved=4000KB, committed=400KB)
        -                    Thread (reserved=2048KB, committed=60KB)
        -                     Other (reserved=30KB, committed=30KB)
        """;

    assertThat(NativeMemory.sum(report)).isEqualTo(90 * 1_024);
  }

  @Test
  void isUnknownWhenTheJvmDoesNotTrackIt() {
    assertThat(NativeMemory.sum("Native memory tracking is not enabled")).isEqualTo(-1);
  }
}
