package io.tidings.sse.hub;

public final class TopicHandle {}
