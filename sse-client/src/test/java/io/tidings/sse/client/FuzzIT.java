package io.tidings.sse.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Inputs that a seeded script has made, for a coverage-guided fuzzer to begin with, and with {@code
 * -Dtidings.fuzz.seconds=120} the fuzzer itself.
 */
final class FuzzIT {

  private static final String SECONDS = "tidings.fuzz.seconds";
  private static final int LONGEST_INPUT = 4096;
  private static final int SECONDS_PER_INPUT = 5;

  @Test
  void parsesEveryKeptInputAsTheStandardSays() throws IOException {
    List<byte[]> inputs = inputs();

    assertThat(inputs).hasSizeGreaterThan(100);
    inputs.forEach(ParserFuzz::fuzzerTestOneInput);
  }

  // The main class of Jazzer, because its JUnit engine is made for JUnit 5.
  @Test
  @EnabledIfSystemProperty(named = SECONDS, matches = "[1-9][0-9]*")
  @Timeout(value = 1, unit = TimeUnit.HOURS)
  void theFuzzerFindsNothingElse() throws Exception {
    Path folder = Path.of("target/fuzz");
    Path corpus = Files.createDirectories(folder.resolve("corpus"));
    int number = 0;
    for (byte[] input : inputs()) {
      Files.write(corpus.resolve("kept-" + number++), input);
    }
    Path log = folder.resolve("fuzz.log");

    int status =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "com.code_intelligence.jazzer.Jazzer",
                "--target_class=" + ParserFuzz.class.getName(),
                "--instrumentation_includes=io.tidings.sse.client.**",
                "-max_total_time=" + Integer.getInteger(SECONDS),
                "-max_len=" + LONGEST_INPUT,
                "-timeout=" + SECONDS_PER_INPUT,
                "corpus")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();

    assertThat(status).as(Files.readString(log)).isZero();
  }

  private static List<byte[]> inputs() throws IOException {
    try (var in = FuzzIT.class.getResourceAsStream("fuzz-inputs.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .map(Base64.getDecoder()::decode)
          .toList();
    }
  }
}
