package io.tidings.sse.hub;

/** A hub knows as many topics as it may, and this would be one more; nothing was sent to anyone. */
public final class TopicLimitException extends IllegalStateException {

  private static final long serialVersionUID = 1;

  TopicLimitException(String topic, int most) {
    super(
        "topic must be one of at most "
            + most
            + " that a hub knows at once; was one more: "
            + topic
            + ". Let fewer values into its template, keep less history"
            + " (@Replay(age = …) or @Replay(events = 0)), or raise Hub.builder().topics(…).");
  }
}
