package io.tidings.sse.jaxrs;

import java.util.List;

/** What a request's path and query ask of a stream. */
sealed interface Asked permits Asked.Topics, Problem {

  /** Topics that the stream has, on one expansion of its path, all canonical. */
  record Topics(String streamPath, List<String> topics, boolean labelled) implements Asked {}
}
