package io.tidings.sse.hub;

public interface SubscriptionGuard {}
