package io.tidings.benchmarks.rows.parser;

import org.jspecify.annotations.Nullable;

/** Takes what a reader has read. */
@FunctionalInterface
interface EventSink {

  /** One event, as its library hands it over. */
  void event(@Nullable String type, @Nullable String data);

  /** Whether {@link #id} is called; to ask for ids costs time that is not measured. */
  default boolean wantsIds() {
    return false;
  }

  /** The id that the library gives to the event that follows. */
  default void id(@Nullable String id) {}
}
