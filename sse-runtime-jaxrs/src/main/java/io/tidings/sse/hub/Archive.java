package io.tidings.sse.hub;

import org.jspecify.annotations.Nullable;

/**
 * The history of a hub, the thread that stores into it, and the threads that read from it.
 *
 * @param memory how much of each topic is also kept in memory
 */
record Archive(History history, ReplayPolicy memory, Commits commits, Pages pages) {

  static Archive of(
      History history, ReplayPolicy memory, HubEnvironment environment, Notices notices) {
    return new Archive(
        history,
        memory,
        new Commits(history, environment, notices),
        new Pages(history, environment, notices));
  }

  /** Where one reader of a topic finds what memory does not have; null when nothing is kept. */
  static @Nullable Archive of(HubStream stream, HubTopic topic) {
    Archive archive = stream.context().archive();
    return topic.definition.replay().keepsHistory() ? archive : null;
  }

  /** Nothing is read any more; what was given is stored before, however long that takes. */
  void close() {
    commits.close(Expiry.FOR_EVER);
    pages.close();
    history.close();
  }
}
