package io.tidings.sse.hub;

import io.tidings.sse.fixture.Block;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One topic of {@link NaiveStream}: a list of events, nothing else. */
final class NaiveTopic {

  /** One event; its audience is null for everyone. */
  record Stored(long sequence, String type, String data, @Nullable String audience) {}

  final String path;
  final int keeps;
  final List<Stored> history = new ArrayList<>();
  long trimmedThrough;
  long lastSequence;
  boolean completed;
  int readers;

  NaiveTopic(String path, int keeps, long trimmedThrough) {
    this.path = path;
    this.keeps = keeps;
    this.trimmedThrough = trimmedThrough;
  }

  void add(Stored event) {
    history.add(event);
    lastSequence = event.sequence();
    while (history.size() > keeps + (completed ? 1 : 0)) {
      trimmedThrough = history.remove(0).sequence();
    }
  }

  List<Stored> after(long sequence) {
    return history.stream().filter(event -> event.sequence() > sequence).toList();
  }

  Block gap(String reason, String epoch, @Nullable String principal) {
    String first =
        history.stream()
            .filter(event -> event.audience() == null || event.audience().equals(principal))
            .findFirst()
            .map(event -> '"' + epoch + '-' + event.sequence() + '"')
            .orElse("null");
    String data =
        "{\"reason\":\"" + reason + "\",\"topic\":\"" + path + "\",\"firstAvailable\":" + first;
    return Block.event("sse-gap", null, data + '}');
  }
}
