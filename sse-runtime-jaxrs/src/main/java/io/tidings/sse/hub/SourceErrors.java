package io.tidings.sse.hub;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Tells the readers of a polled topic that its source has failed, if the application wants them to
 * know. Safe for any thread; what is the application's runs on threads that may block.
 */
final class SourceErrors {

  private final @Nullable Function<SourceFailure, ? extends @Nullable Object> body;

  SourceErrors(@Nullable Function<SourceFailure, ? extends @Nullable Object> body) {
    this.body = body;
  }

  /** Has the readers of a topic told soon. */
  void tell(Question question, int failures, Throwable cause) {
    Function<SourceFailure, ? extends @Nullable Object> told = body;
    if (told != null) {
      HubStream stream = question.stream();
      SourceFailure failure = new SourceFailure(stream.path(), question.topic(), failures, cause);
      stream.context().calls().execute(() -> publish(stream, failure, told));
    }
  }

  private static void publish(
      HubStream stream,
      SourceFailure failure,
      Function<SourceFailure, ? extends @Nullable Object> body) {
    try {
      Object told = body.apply(failure);
      if (told != null && !stream.isOver(failure.topic())) {
        stream.writer().publishError(failure.topic(), told);
      }
    } catch (Throwable e) { // of the application: whatever it is, its source is asked again
      if (!stream.isOver(failure.topic())) {
        stream.context().notices().failed(null, e);
      }
    }
  }
}
