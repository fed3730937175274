package io.tidings.sse.hub;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes what fails into the application's log: one short line each, a bounded number of them, and
 * nothing in it that could be taken for another line. Called by one thread at a time.
 */
final class FailureLog implements HubListener {

  private static final int MOST_LINES = 20;
  private static final long PERIOD_NANOS = Duration.ofSeconds(10).toNanos();
  private static final int LONGEST_TEXT = 300;

  private final Logger logger;
  private final LongSupplier nanoTime;
  private long periodStart;
  private int lines;
  private long leftOut;

  FailureLog(Logger logger, LongSupplier nanoTime) {
    this.logger = logger;
    this.nanoTime = nanoTime;
    this.periodStart = nanoTime.getAsLong();
  }

  @Override
  public void failed(@Nullable Connection connection, Throwable failure) {
    if (isTooMuch()) {
      leftOut++;
      return;
    }
    String line = line(connection, failure);
    logger.log(Level.WARNING, line);
    logger.log(Level.DEBUG, line, failure); // the stack is for those who look for it
  }

  private boolean isTooMuch() {
    long now = nanoTime.getAsLong();
    if (now - periodStart >= PERIOD_NANOS) {
      periodStart = now;
      lines = 0;
      tellLeftOut();
    }
    return ++lines > MOST_LINES;
  }

  private void tellLeftOut() {
    if (leftOut > 0) {
      logger.log(Level.WARNING, "failures were not logged: count={0}", leftOut);
      leftOut = 0;
    }
  }

  private static String line(@Nullable Connection connection, Throwable failure) {
    StringBuilder line = new StringBuilder("failure");
    if (connection != null) {
      line.append(" client=").append(quoted(connection.clientId()));
      line.append(" stream=").append(quoted(connection.stream()));
    }
    line.append(" message=").append(quoted(failure.toString()));
    Throwable cause = failure.getCause();
    return cause == null
        ? line.toString()
        : line.append(" cause=").append(quoted(cause.toString())).toString();
  }

  /** Texts may be a stranger's: no line ends, no control characters, no end of the quotation. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().limit(LONGEST_TEXT).forEach(c -> append(quoted, (char) c));
    return quoted.append(text.length() > LONGEST_TEXT ? "…\"" : "\"").toString();
  }

  private static void append(StringBuilder quoted, char c) {
    if (c == '"' || c == '\\') {
      quoted.append('\\').append(c);
    } else if (Character.isISOControl(c)
        || Character.isSurrogate(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR) {
      quoted.append(String.format("\\u%04x", (int) c));
    } else {
      quoted.append(c);
    }
  }
}
