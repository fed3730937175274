package io.tidings.sse.hub;

import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells listeners what happens, each on a thread of its own, so that none waits for another, and
 * the log what fails. Safe for any thread; never blocks.
 */
final class Notices {

  private final List<Listening> listeners;
  private final Listening log;

  Notices(List<HubListener> listeners, HubListener log, ThreadFactory threads) {
    this.listeners = listeners.stream().map(each -> new Listening(each, threads)).toList();
    this.log = new Listening(log, threads);
  }

  /** Whether anyone listens: ask before making a frequent notice. */
  boolean areWanted() {
    return !listeners.isEmpty();
  }

  /** A notice that must not be lost. */
  void tell(Consumer<HubListener> notice) {
    for (Listening listening : listeners) {
      listening.tell(notice);
    }
  }

  /** A notice that may be left out when too many wait. */
  void tellIfRoom(Consumer<HubListener> notice) {
    for (Listening listening : listeners) {
      listening.tellIfRoom(notice);
    }
  }

  /** Something failed that should not; the connection is null when none is concerned. */
  void failed(@Nullable Connection connection, Throwable failure) {
    tell(listener -> listener.failed(connection, failure));
    log.tellIfRoom(listener -> listener.failed(connection, failure));
  }

  /** As {@link #failed}, where it may happen for every event. */
  void failedAgain(@Nullable Connection connection, Throwable failure) {
    tellIfRoom(listener -> listener.failed(connection, failure));
    log.tellIfRoom(listener -> listener.failed(connection, failure));
  }

  /** How many notices were left out. */
  long leftOut() {
    return listeners.stream().mapToLong(Listening::leftOut).sum();
  }

  /** The listeners that are so far behind that notices are left out. */
  List<String> behind() {
    return listeners.stream().filter(Listening::isBehind).map(Listening::toString).toList();
  }

  /** Delivers what waits, and takes nothing more. */
  void close() {
    listeners.forEach(Listening::close);
    log.close();
  }
}
