package io.tidings.benchmarks.rows.blockable;

import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.HubListener;

/** Blocks when it is told of what was sent to one client. */
final class Listener implements HubListener {

  @Override
  public void sent(Connection connection, int events, long bytes) {
    if (connection.clientId().equals("listener")) {
      Blockade.block();
    }
  }
}
