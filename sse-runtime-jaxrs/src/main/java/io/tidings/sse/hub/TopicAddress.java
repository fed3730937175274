package io.tidings.sse.hub;

/**
 * A topic that a request asked for, found in its stream.
 *
 * @param topic the template that it matched
 * @param path the canonical, encoded topic, relative to the stream
 */
public record TopicAddress(TopicDefinition topic, String path) {}
