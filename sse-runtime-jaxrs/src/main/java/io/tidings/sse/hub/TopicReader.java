package io.tidings.sse.hub;

import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.CursorState;
import org.jspecify.annotations.Nullable;

/** One subscription's cursor in one topic. Used by one thread at a time. */
final class TopicReader {

  final HubTopic topic;
  Cursor cursor;
  private final Subscription subscription;
  private final @Nullable Screening screening;

  /** Whether it reads what is for this subscription alone, besides another reader of the topic. */
  private final boolean direct;

  /** A gap to be told before anything else. */
  private @Nullable Gap pendingGap;

  /** Whether it has caught up once: from then on its topic's lag bounds it. */
  private boolean live;

  // Used only by the lane's thread.
  int placeInGroup;

  // Written once, when the subscription is opened.
  private @Nullable ReaderGroup group;

  private TopicReader(Subscription subscription, HubTopic topic, Cursor cursor, boolean direct) {
    this.subscription = subscription;
    this.topic = topic;
    this.cursor = cursor;
    this.direct = direct;
    this.screening = topic.isFiltered() ? subscription.screening(topic) : null;
    if (screening != null) {
      cursor.sieveWith(screening);
    }
  }

  static TopicReader of(
      Subscription subscription, HubTopic topic, Cursor cursor, @Nullable Gap gap) {
    TopicReader reader = new TopicReader(subscription, topic, cursor, false);
    reader.pendingGap = gap;
    return reader;
  }

  static TopicReader direct(Subscription subscription, HubTopic own, Cursor cursor) {
    return new TopicReader(subscription, own, cursor, true);
  }

  boolean isDirect() {
    return direct;
  }

  /** What its filters have decided; null when there are none. */
  @Nullable Screening screening() {
    return screening;
  }

  /** The sequence up to which it may be read, at most this head. */
  long decidedThrough(long head) {
    return screening == null ? head : screening.decidedThrough(cursor, head);
  }

  void wake() {
    subscription.wake();
  }

  boolean hasGap() {
    return pendingGap != null;
  }

  /** Goes on from another place of its topic. */
  void goTo(Cursor place) {
    cursor = place;
  }

  void joined(ReaderGroup group) {
    this.group = group;
  }

  @Nullable ReaderGroup group() {
    return group;
  }

  /** The gap that is still to be told, once. */
  @Nullable Gap takeGap() {
    Gap gap = pendingGap;
    pendingGap = null;
    return gap;
  }

  /** Whether what it wants is gone, or older than its topic wants its readers to see. */
  boolean isOvertaken() {
    CursorState state = cursor.state();
    live |= state == CursorState.NOT_YET;
    // One that would be disconnected may go on while everything that it wants is still here.
    return state == CursorState.OVERTAKEN || (!isDisconnecting() && isTooFarBehind());
  }

  /** Whether it is to be disconnected if it goes on like this. */
  boolean lagsTooFar() {
    return isDisconnecting() && isTooFarBehind();
  }

  private boolean isTooFarBehind() {
    BackpressurePolicy slow = topic.definition.backpressure();
    return live && cursor.lagsMoreThan(slow.lagEvents(), slow.lagBytes());
  }

  private boolean isDisconnecting() {
    return topic.definition.backpressure().policy() == BackpressurePolicy.Policy.DISCONNECT;
  }

  boolean hasEnded() {
    return (direct || topic.isCompleted()) && cursor.state() == CursorState.NOT_YET;
  }
}
