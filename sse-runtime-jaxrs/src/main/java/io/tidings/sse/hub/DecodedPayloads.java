package io.tidings.sse.hub;

import io.tidings.sse.wire.FrameData;
import java.lang.reflect.Type;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The newest payloads of a filtered topic as objects, so that the filters of many readers have one
 * decoded once. Safe for any thread; two may decode the same payload at once.
 */
final class DecodedPayloads {

  private static final int KEPT = 32;

  private record Decoded(long sequence, Object payload) {}

  private final SharedVerdicts verdicts = new SharedVerdicts();
  private final AtomicReferenceArray<@Nullable Decoded> kept = new AtomicReferenceArray<>(KEPT);

  /** What was decided about them for many readers at once. */
  SharedVerdicts verdicts() {
    return verdicts;
  }

  Object get(Payloads payloads, Type type, long sequence, byte[] bytes, int from, int to)
      throws Exception {
    int place = (int) (sequence % KEPT);
    Decoded known = kept.get(place);
    if (known != null && known.sequence() == sequence) {
      return known.payload();
    }
    Object payload = payloads.decode(FrameData.of(bytes, from, to), type);
    if (known == null || known.sequence() < sequence) { // who reads history displaces no news
      kept.set(place, new Decoded(sequence, payload));
    }
    return payload;
  }
}
