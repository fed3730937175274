package io.tidings.sse.hub;

import io.tidings.sse.event.EventId;
import org.jspecify.annotations.Nullable;

/**
 * Events of a topic that a reader has lost.
 *
 * @param topic the topic
 * @param reason why, as readers are told
 * @param firstAvailable the first event that follows; null when there is none yet
 */
record Gap(String topic, String reason, @Nullable EventId firstAvailable) {

  /** The client's id is of another history, or no id at all. */
  static final String EPOCH = "epoch";

  /** What was missed is not kept any more. */
  static final String TRIMMED = "trimmed";

  /** The reader was too slow. */
  static final String OVERFLOW = "overflow";

  /** More was missed than a reader is sent at once. */
  static final String LIMIT = "limit";

  /** What connects this node with others may have lost it. */
  static final String BACKPLANE = "backplane";

  byte[] block() {
    return ControlBlocks.gap(this);
  }
}
