package io.tidings.sse.history;

import io.tidings.sse.hub.History;

class ListHistoryTest extends HistoryContract {

  private final ListHistory list = new ListHistory();

  @Override
  protected History open() {
    return list;
  }
}
