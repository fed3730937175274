package io.tidings.examples.guide.client;

import io.tidings.sse.annotations.Topic;

/**
 * What every office puts up.
 *
 * @param <T> what a notice is
 */
public interface Notices<T> {

  @Topic("notices")
  void notice(String office, T notice);
}
