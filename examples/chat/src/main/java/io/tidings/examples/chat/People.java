package io.tidings.examples.chat;

import io.tidings.sse.hub.Connection;
import io.tidings.sse.hub.Hub;
import io.tidings.sse.hub.PollResult;
import java.util.List;

/** Knows who is in a room, because the hub knows who reads it. */
final class People implements ChatSources {

  private final Hub hub;

  People(Hub hub) {
    this.hub = hub;
  }

  @Override
  public PollResult<List<String>> present(String room) {
    String topic = new ChatTopic.People(room).path();
    return PollResult.of(
        hub.connections().stream()
            .filter(connection -> connection.topics().contains(topic))
            .map(Connection::clientId)
            .distinct()
            .sorted()
            .toList());
  }
}
