package io.tidings.sse.hub;

import java.util.function.Function;

/**
 * How generated code asks an application's implementation of a generated {@code MarketsSources} for
 * a payload; for generated code. Called by a thread that may block, and interrupted when it takes
 * too long.
 *
 * @param <S> the generated interface
 * @param <P> the payload
 */
@FunctionalInterface
public interface Source<S, P> {

  /**
   * The present payload; null when there is nothing to say now.
   *
   * @param sources the application's implementation
   * @param variables the canonical text of each variable of the stream and of the topic
   * @return the payload
   * @throws Exception when there is none; the hub's listener is told
   */
  P read(S sources, Function<String, String> variables) throws Exception;
}
