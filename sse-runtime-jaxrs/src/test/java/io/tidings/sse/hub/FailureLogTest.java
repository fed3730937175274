package io.tidings.sse.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FailureLogTest {

  private static final class Lines implements System.Logger {
    private final List<String> warnings = new ArrayList<>();

    @Override
    public String getName() {
      return "lines";
    }

    @Override
    public boolean isLoggable(Level level) {
      return true;
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String text, @Nullable Throwable thrown) {
      add(level, text);
    }

    @Override
    public void log(
        Level level, @Nullable ResourceBundle bundle, String format, Object... parameters) {
      add(level, parameters == null || parameters.length == 0 ? format : format + parameters[0]);
    }

    private void add(Level level, String text) {
      if (level == Level.WARNING) {
        warnings.add(text);
      }
    }
  }

  private final Lines lines = new Lines();
  private final AtomicLong nanos = new AtomicLong(5);
  private final FailureLog log = new FailureLog(lines, nanos::get);

  @Test
  void writesOneLineWhateverAStrangerHasWrittenIntoIt() {
    log.failed(
        null,
        new IllegalStateException(
            "client \"x\"\r\nINFO: all is well\u2028\u001b[31m \u202egnp",
            new IllegalArgumentException("why")));

    assertThat(lines.warnings)
        .containsExactly(
            "failure message=\"java.lang.IllegalStateException: client \\\"x\\\"\\u000d\\u000aINFO:"
                + " all is well\\u2028\\u001b[31m \\u202egnp\""
                + " cause=\"java.lang.IllegalArgumentException: why\"");
  }

  @Test
  void cutsWhatIsTooLong() {
    log.failed(null, new IllegalStateException("x".repeat(10_000)));

    assertThat(lines.warnings.get(0)).hasSizeLessThan(330).endsWith("x…\"");
  }

  @Test
  void writesABoundedNumberOfLinesAndSaysHowManyItLeftOut() {
    for (int i = 0; i < 100; i++) {
      log.failed(null, new IllegalStateException("again"));
    }
    assertThat(lines.warnings).hasSize(20);

    nanos.addAndGet(10_000_000_000L);
    log.failed(null, new IllegalStateException("later"));

    assertThat(lines.warnings).hasSize(22);
    assertThat(lines.warnings.get(20)).isEqualTo("failures were not logged: count={0}80");
    assertThat(lines.warnings.get(21)).contains("later");
  }
}
