package io.tidings.sse.client;

/**
 * How an event becomes a call of the user's interface.
 *
 * @param <S> the interface
 * @param <P> the payload
 */
@FunctionalInterface
public interface EventCall<S, P> {

  /**
   * Calls the method of the event.
   *
   * @param listener the user's implementation
   * @param topic the variables of the topic, those of the stream's path among them
   * @param payload the payload
   */
  void call(S listener, TopicVariables topic, P payload);
}
