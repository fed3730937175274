package io.tidings.sse.client;

/** Hears gaps and ends of topics as events, too, because who pulls has no other word for them. */
interface RawListener extends StreamListener {}
