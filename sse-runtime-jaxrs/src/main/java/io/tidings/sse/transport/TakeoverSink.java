package io.tidings.sse.transport;

import io.tidings.sse.transport.Takeover.Offer;
import io.tidings.sse.transport.Takeover.Taken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends the first batch through the container's event sink, which sends the head of the response,
 * and everything after it by the best way out that the container then offers.
 */
public final class TakeoverSink implements StreamSink {

  private final StreamSink entry;
  private final StartedResponse response;
  private final List<Takeover> candidates;
  private final Consumer<List<Offer>> offers;

  /** The sink in charge; null when it was aborted. Written by the first write and by abort. */
  private final AtomicReference<@Nullable StreamSink> current;

  // Written by the thread that first writes, which stays in it when that fails; read by any.
  private volatile @Nullable Thread beginning;

  // Used only by the thread that opens and first writes.
  private @Nullable SinkEvents events;
  private boolean started;

  /**
   * A sink that begins with {@code entry}.
   *
   * @param entry takes the first batch
   * @param response what is taken over
   * @param candidates the better ways out, the best first
   * @param offers is told once what was offered, until one was taken
   */
  public TakeoverSink(
      StreamSink entry,
      StartedResponse response,
      List<Takeover> candidates,
      Consumer<List<Offer>> offers) {
    this.entry = entry;
    this.response = response;
    this.candidates = candidates;
    this.offers = offers;
    this.current = new AtomicReference<>(entry);
  }

  @Override
  public boolean isBlocking() {
    StreamSink sink = current.get();
    return sink != null && sink.isBlocking();
  }

  @Override
  public void open(SinkEvents events) throws IOException {
    this.events = events;
    candidates.forEach(candidate -> candidate.prepare(response));
    entry.open(events);
  }

  @Override
  public boolean write(Batch batch) throws IOException {
    StreamSink sink = current();
    if (sink != entry) {
      return sink.write(batch);
    }
    if (started) {
      return writeToEntry(batch);
    }
    beginning = Thread.currentThread();
    boolean more = writeToEntry(batch);
    beginning = null;
    started = true;
    return !goOn() && more;
  }

  private boolean writeToEntry(Batch batch) throws IOException {
    if (!response.occupancy().enter()) {
      throw new IOException("response must be open; has failed");
    }
    try {
      return entry.write(batch);
    } finally {
      response.occupancy().leave();
    }
  }

  /** Whether another sink has taken over; it says itself when it wants more. */
  private boolean goOn() throws IOException {
    List<Offer> made = new ArrayList<>(candidates.size());
    for (Takeover candidate : candidates) {
      Offer offer = offer(candidate);
      made.add(offer);
      if (offer instanceof Taken taken) {
        offers.accept(made);
        handTo(taken.sink());
        return true;
      }
    }
    offers.accept(made);
    return false;
  }

  /** What a container throws when it is asked about a response that has failed says nothing. */
  private Offer offer(Takeover candidate) throws IOException {
    if (response.isOpen()) {
      try {
        return candidate.offer(response);
      } catch (RuntimeException e) {
        if (response.isOpen()) {
          throw e;
        }
      }
    }
    throw new IOException("response must be open; has failed at its first block");
  }

  private void handTo(StreamSink sink) throws IOException {
    SinkEvents told = events;
    if (told == null) {
      throw new IllegalStateException("sink must be opened before it is written to; was not");
    }
    if (!current.compareAndSet(entry, sink)) {
      sink.open(told);
      sink.abort(); // somebody aborted the entry, which is no longer in charge
      throw new IOException("sink must be open; was aborted");
    }
    sink.open(told);
  }

  private StreamSink current() throws IOException {
    StreamSink sink = current.get();
    if (sink == null) {
      throw new IOException("sink must be open; was aborted");
    }
    return sink;
  }

  /** The one that has taken over; its bytes need not pass here. */
  @Override
  public StreamSink inCharge() {
    StreamSink sink = current.get();
    return sink == null || sink == entry ? this : sink;
  }

  @Override
  public boolean isFreedByAbort() {
    return beginning != null && response.cut().isPresent();
  }

  @Override
  public void end() throws IOException {
    current().end();
  }

  @Override
  public void abort() {
    StreamSink sink = current.getAndSet(null);
    if (sink == entry) {
      abortEntry();
    } else if (sink != null) {
      sink.abort();
    }
  }

  /**
   * An event sink cannot be closed while a write is stuck in it. One whose first write fails on its
   * own is not cut: a filter may have failed, and what it answers is on its way.
   */
  private void abortEntry() {
    Optional<Cut> cut = response.cut();
    if (cut.isPresent() && beginning != Thread.currentThread()) {
      cut.get().cut();
      cut.get().afterwards(entry::abort);
    } else {
      entry.abort();
    }
  }
}
