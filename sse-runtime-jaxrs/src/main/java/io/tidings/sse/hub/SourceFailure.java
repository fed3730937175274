package io.tidings.sse.hub;

/**
 * A polled source that has failed, as {@link HubBuilder#sourceErrors} is told of it.
 *
 * @param stream the canonical path of the stream, without leading slash
 * @param topic the canonical topic, relative to the stream
 * @param failures how often it has failed since it last answered, at least 1
 * @param cause what it threw; not for readers' eyes
 */
public record SourceFailure(String stream, String topic, int failures, Throwable cause) {

  /** What readers are told when the application does not say more: nothing of the cause. */
  String safeBody() {
    return "{\"topic\":\"" + topic + "\",\"message\":\"source has failed; it is asked again\"}";
  }
}
