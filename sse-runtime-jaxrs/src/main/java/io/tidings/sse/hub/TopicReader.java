package io.tidings.sse.hub;

import io.tidings.sse.log.Cursor;
import io.tidings.sse.log.CursorState;
import io.tidings.sse.log.Slices;
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

  // Written by the reading thread; read by any.
  /** What it reads before it comes to its topic's log; null when it is there. */
  private volatile @Nullable Backlog backlog;

  /** Why something before its backlog is lost, while that is still to be told. */
  private @Nullable String lost;

  private boolean missesState;

  /** Whether it has caught up once: from then on its topic's lag bounds it. */
  private boolean live;

  // Used only by the lane's thread.
  int placeInGroup;

  /** With whom it reads; null while it reads for itself. */
  private @Nullable Cohort cohort;

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
    reader.noteWhetherLive();
    return reader;
  }

  /**
   * A reader that begins in history.
   *
   * @param gap why it has lost something already; null when it has not, as far as is known
   */
  static TopicReader behind(
      Subscription subscription, HubTopic topic, Backlog backlog, @Nullable String gap) {
    TopicReader reader = new TopicReader(subscription, topic, backlog.cursor(), false);
    reader.backlog = backlog;
    reader.lost = gap;
    return reader;
  }

  static TopicReader direct(Subscription subscription, HubTopic own, Cursor cursor) {
    TopicReader reader = new TopicReader(subscription, own, cursor, true);
    reader.noteWhetherLive();
    return reader;
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
    long paged = pagedThrough(head);
    return screening == null ? paged : screening.decidedThrough(cursor, paged);
  }

  /** The sequence up to which its events are here, at most this head. */
  long pagedThrough(long head) {
    Backlog behind = backlog;
    return behind == null ? head : Math.min(head, behind.through());
  }

  /** Whether a page of history is on its way to it. */
  boolean isWaiting() {
    Backlog behind = backlog;
    return behind != null && behind.isWaiting();
  }

  /** Whether it has asked for a page of history that it has not taken yet. */
  boolean hasAsked() {
    Backlog behind = backlog;
    return behind != null && behind.hasAsked();
  }

  boolean isBehind() {
    return backlog != null;
  }

  /** Whether an event with this sequence is still to come, from history. */
  boolean expects(long sequence) {
    Backlog behind = backlog;
    return behind != null && behind.isAhead(sequence);
  }

  /** Goes on in history, after what was read, towards the head; says whether there is news. */
  boolean turn(long readThrough, long head) {
    Backlog behind = backlog;
    if (behind == null || behind.through() > readThrough) {
      return false;
    }
    Backlog.Turn turn = behind.turn(head);
    if (turn == Backlog.Turn.WAITING) {
      return false;
    }
    backlog = turn == Backlog.Turn.DONE ? null : behind;
    moveTo(behind.cursor());
    String gap = behind.takeGap();
    missesState |= gap != null && lost == null && topic.definition.snapshot().isPresent();
    lost = lost == null ? gap : lost;
    return true;
  }

  /** Whether it has found a hole on its way, and is to get the state of its topic instead. */
  boolean missesState() {
    return missesState;
  }

  /** Nobody reads any more. */
  void ended() {
    Backlog behind = backlog;
    if (behind != null) {
      behind.leave();
    }
  }

  private void moveTo(Cursor place) {
    cursor = place;
    if (screening != null) {
      place.sieveWith(screening);
    }
  }

  void wake() {
    subscription.wake();
  }

  /** Ends its subscription, because nobody knows what its client has got. */
  void fail(Throwable failure) {
    subscription.failed(failure);
    subscription.close(CloseReason.FAILED);
  }

  Courier courier() {
    return subscription.courier();
  }

  long head() {
    return subscription.head();
  }

  /** Whether it sees here what everybody sees, and its subscription reads nothing else. */
  boolean canStepIn() {
    boolean mayStepIn = !direct && screening == null && subscription.canStepIn();
    // Only now, because until then another thread may have been reading.
    boolean isPlain = mayStepIn && backlog == null && !hasGap();
    return isPlain && cursor.canBeShared() && !topic.isCompleted();
  }

  /** From now on somebody else moves its cursor, which is that of all who are with it. */
  void stepIn(Cohort cohort, Cursor shared) {
    this.cohort = cohort;
    cursor = shared;
  }

  /** Whether anything is there to be read. */
  boolean hasNews() {
    return topic.isCompleted() || cursor.state() != CursorState.NOT_YET;
  }

  boolean isInStep() {
    return cohort != null;
  }

  /** Reads for itself from now on, from here. */
  void stepOut(Cursor from) {
    cohort = null;
    cursor = from.as(subscription.feed().view());
  }

  /** Whether it was read by others, who do so no more. */
  boolean leaveCohort() {
    Cohort left = cohort;
    if (left == null) {
      return false;
    }
    left.remove(this);
    cohort = null;
    return true;
  }

  /** Reads for itself from now on, if it does not yet. */
  void stepOut() {
    Cohort left = cohort;
    if (left != null) {
      left.stepOut(this);
    }
  }

  boolean hasGap() {
    return pendingGap != null || lost != null;
  }

  /** Goes on from another place of its topic's log. */
  void goTo(Cursor place) {
    ended();
    backlog = null;
    moveTo(place);
  }

  void joined(ReaderGroup group) {
    this.group = group;
  }

  @Nullable ReaderGroup group() {
    return group;
  }

  /** The gap that is to be told now, once; what has been lost is told with what comes first. */
  @Nullable Gap takeGap(HubStream stream) {
    Gap gap = pendingGap;
    pendingGap = null;
    Backlog behind = backlog;
    String reason = lost;
    if (reason != null && (behind == null || behind.hasBegun())) {
      lost = null;
      return new Gap(topic.path, reason, stream.idOrNull(cursor.sequence()));
    }
    return gap;
  }

  /** Whether what it wants is gone, or older than its topic wants its readers to see. */
  boolean isOvertaken() {
    if (backlog != null) {
      return false;
    }
    CursorState state = noteWhetherLive();
    // One that would be disconnected may go on while everything that it wants is still here.
    return state == CursorState.OVERTAKEN || (!isDisconnecting() && isTooFarBehind());
  }

  /** Looked at before and after every read: a write that sticks may be its last. */
  private CursorState noteWhetherLive() {
    CursorState state = cursor.state();
    live |= state == CursorState.NOT_YET;
    return state;
  }

  /** Gives out what its reader may see, up to this sequence and within about this many bytes. */
  CursorState take(long upTo, int budget, Slices out) {
    CursorState taken = cursor.take(upTo, budget, out);
    live |= taken == CursorState.NOT_YET && backlog == null;
    return taken;
  }

  /** Whether it is to be disconnected if it goes on like this. */
  boolean lagsTooFar() {
    return isDisconnecting() && isTooFarBehind();
  }

  boolean isTooFarBehind() {
    BackpressurePolicy slow = topic.definition.backpressure();
    return live && cursor.lagsMoreThan(slow.lagEvents(), slow.lagBytes());
  }

  private boolean isDisconnecting() {
    return topic.definition.backpressure().policy() == BackpressurePolicy.Policy.DISCONNECT;
  }

  boolean hasEnded() {
    return backlog == null
        && (direct || topic.isCompleted())
        && cursor.state() == CursorState.NOT_YET;
  }
}
