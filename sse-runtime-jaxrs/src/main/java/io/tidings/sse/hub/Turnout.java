package io.tidings.sse.hub;

import org.jspecify.annotations.Nullable;

/**
 * What came of a client that wanted to join a stream; both null when it has seen everything.
 *
 * @param subscription its place, if there was one
 * @param full what there was no room for
 */
record Turnout(@Nullable Subscription subscription, Admission.@Nullable Limit full) {

  static Turnout joined(Subscription subscription) {
    return new Turnout(subscription, null);
  }

  static Turnout refused(Admission.Limit full) {
    return new Turnout(null, full);
  }

  static Turnout finished() {
    return new Turnout(null, null);
  }
}
