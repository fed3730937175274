package io.tidings.sse.client.cli;

import io.tidings.sse.client.ReceivedEvent;

/** Type, data and id in colours, for a terminal. */
final class ColourLine implements EventLine {

  private static final String TYPE = "\u001B[1;36m";
  private static final String ID = "\u001B[2m";
  private static final String PLAIN = "\u001B[0m";

  @Override
  public String of(ReceivedEvent event) {
    String id = event.id().map(text -> "  " + ID + Visible.text(text) + PLAIN).orElse("");
    return TYPE + Visible.text(event.type()) + PLAIN + ' ' + Visible.text(event.data()) + id;
  }
}
