package io.tidings.sse.hub;

import org.jspecify.annotations.Nullable;

/**
 * The history of a hub, the thread that stores into it, and the threads that read from it.
 *
 * @param memory how much of each topic is also kept in memory
 * @param patience how long a client's thread waits for the history before it is turned away
 */
record Archive(
    History history, ReplayPolicy memory, Commits commits, Pages pages, Duration patience) {

  static Archive of(
      History history,
      ReplayPolicy memory,
      Duration patience,
      HubEnvironment environment,
      Notices notices) {
    return new Archive(
        history,
        memory,
        new Commits(history, environment, notices),
        new Pages(history, environment, notices),
        patience);
  }

  /** Where one reader of a topic finds what memory does not have; null when nothing is kept. */
  static @Nullable Archive of(HubStream stream, HubTopic topic) {
    Archive archive = stream.context().archive();
    return topic.definition.replay().keepsHistory() ? archive : null;
  }

  /** Closes it when what was given is stored and nothing is being read, however long that takes. */
  void close() {
    commits.close(Expiry.FOR_EVER);
    if (pages.close(Expiry.FOR_EVER)) {
      history.close();
    }
  }
}
