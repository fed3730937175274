package io.tidings.sse.client.cli;

import io.tidings.sse.client.ReceivedEvent;

/** How an event is written in one line. */
interface EventLine {
  String of(ReceivedEvent event);
}
