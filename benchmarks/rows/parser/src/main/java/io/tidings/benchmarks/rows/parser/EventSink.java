package io.tidings.benchmarks.rows.parser;

import org.jspecify.annotations.Nullable;

/** Takes what a reader has read. */
@FunctionalInterface
interface EventSink {

  /** One event, as its library hands it over. */
  void event(@Nullable String type, @Nullable String data);
}
