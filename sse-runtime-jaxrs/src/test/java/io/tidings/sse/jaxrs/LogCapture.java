package io.tidings.sse.jaxrs;

import java.text.MessageFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What a class says in the log, or all of Tidings. */
final class LogCapture extends Handler implements AutoCloseable {

  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final Logger logger;
  private final @Nullable Level level;

  LogCapture(Class<?> source) {
    this(source.getName());
  }

  private LogCapture(String source) {
    this.logger = Logger.getLogger(source);
    this.level = logger.getLevel();
    logger.addHandler(this);
  }

  /** Every logger of ours at every level, and what was thrown. */
  static LogCapture ofEverything() {
    LogCapture all = new LogCapture("io.tidings");
    all.setLevel(Level.ALL);
    all.logger.setLevel(Level.ALL);
    return all;
  }

  List<String> messages() {
    return messages;
  }

  @Override
  public void publish(LogRecord record) {
    messages.add(
        record.getParameters() == null
            ? record.getMessage()
            : MessageFormat.format(record.getMessage().replace("'", "''"), record.getParameters()));
    for (Throwable one = record.getThrown(); one != null; one = one.getCause()) {
      messages.add(one.toString());
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {
    logger.removeHandler(this);
    logger.setLevel(level);
  }
}
