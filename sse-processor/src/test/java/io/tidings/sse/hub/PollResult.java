package io.tidings.sse.hub;

public record PollResult<T>(T value) {}
