package io.tidings.sse.hub;

/** A stream was forgotten while somebody had it in hand: look for it again. */
final class StreamForgotten extends RuntimeException {

  private static final long serialVersionUID = 1;

  StreamForgotten(String path) {
    super("stream must not have been forgotten; was " + path, null, false, false);
  }
}
