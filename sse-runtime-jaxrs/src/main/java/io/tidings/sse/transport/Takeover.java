package io.tidings.sse.transport;

/** A way out of one container that is better than its event sink. One for each request. */
public interface Takeover {

  /**
   * Sets up what must be set up before the first byte. Where even the first block may find a peer
   * that takes nothing, tells the response how it is cut. Called by the thread of the request.
   *
   * @param response the response, of which nothing is out
   */
  default void prepare(StartedResponse response) {}

  /**
   * Looks at a response whose head and first block are out, and takes it over if that is safe; from
   * then on nobody else may write to it. If not, it still tells the response what it knows of the
   * connection. Called by the thread of the request.
   *
   * @param response the response
   * @return what became of it
   */
  Offer offer(StartedResponse response);

  /** What a container has to offer for one response. */
  sealed interface Offer {

    /**
     * What it is called in the log.
     *
     * @return a noun
     */
    String way();

    /**
     * Why it was taken or not: the rest of a sentence that begins with "because".
     *
     * @return a clause
     */
    String reason();
  }

  /** The response is taken over, and goes on in this sink. */
  record Taken(String way, String reason, StreamSink sink) implements Offer {}

  /** The response was left as it was. */
  record Declined(String way, String reason) implements Offer {}

  /** The response is none of this container's. */
  record Foreign(String way) implements Offer {

    @Override
    public String reason() {
      return "the request is not of this container";
    }
  }
}
