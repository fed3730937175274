package io.tidings.sse.client.cli;

import io.tidings.sse.client.ReceivedEvent;

/** Id, type and data, parted by tabs, for a pipe. */
final class PlainLine implements EventLine {

  @Override
  public String of(ReceivedEvent event) {
    return Visible.text(event.id().orElse(""))
        + '\t'
        + Visible.text(event.type())
        + '\t'
        + Visible.text(event.data());
  }
}
