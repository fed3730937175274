package io.tidings.sse.history;

/** A mutant: it hides one event from everyone who pages over it, and says nothing. */
public final class ForgetfulHistory extends ListHistory {

  private final long hidden;

  /** A history that loses the event with this sequence. */
  public ForgetfulHistory(long hidden) {
    this.hidden = hidden;
  }

  @Override
  public Page page(String stream, String topic, long after, int maxEvents, long maxBytes) {
    Page page = super.page(stream, topic, after, maxEvents, maxBytes);
    return new Page(
        page.events().stream().filter(event -> event.sequence() != hidden).toList(),
        page.head(),
        page.floor(),
        page.complete());
  }
}
