package io.tidings.sse.transport;

import io.tidings.sse.fixture.Block;
import io.tidings.sse.fixture.StrictParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sink that never blocks, whose peer reads as much as a test lets it. */
final class RecordingSink implements StreamSink {

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private @Nullable SinkEvents events;
  private boolean stuck;
  private boolean broken;
  private @Nullable RuntimeException failure;
  private Runnable meanwhile = () -> {};
  private Runnable atEnd = () -> {};
  int writes;
  int ends;
  int aborts;

  @Override
  public boolean isBlocking() {
    return false;
  }

  @Override
  public void open(SinkEvents events) {
    this.events = events;
  }

  @Override
  public boolean write(Batch batch) throws IOException {
    if (failure != null) {
      throw failure;
    }
    if (broken) {
      throw new IOException("broken pipe");
    }
    writes++;
    batch.writeTo(written);
    meanwhile.run();
    return !stuck;
  }

  @Override
  public void end() {
    ends++;
    atEnd.run();
  }

  @Override
  public void abort() {
    aborts++;
    if (failure != null) {
      throw failure;
    }
  }

  /** From now on the peer reads nothing. */
  void stick() {
    stuck = true;
  }

  /** The peer reads again. */
  void unstick() {
    stuck = false;
    events().writable();
  }

  /** The peer has gone, and nobody has noticed. */
  void breakDown() {
    broken = true;
  }

  /** From now on writing and letting go fail as only a bug does. */
  void fail(RuntimeException failure) {
    this.failure = failure;
  }

  /** From now on this happens while a write is under way. */
  void duringWrites(Runnable meanwhile) {
    this.meanwhile = meanwhile;
  }

  /** This happens while its container is ending it. */
  void duringEnd(Runnable atEnd) {
    this.atEnd = atEnd;
  }

  /** What was written. */
  String text() {
    return written.toString(StandardCharsets.UTF_8);
  }

  SinkEvents events() {
    if (events == null) {
      throw new IllegalStateException("sink must have been opened");
    }
    return events;
  }

  /** What came since the last call. */
  List<Block> blocks() {
    List<Block> blocks = StrictParser.parse(written.toByteArray());
    written.reset();
    return blocks;
  }

  /** What the events since the last call carried. */
  List<@Nullable String> data() {
    return blocks().stream().filter(Block::isEvent).<@Nullable String>map(Block::data).toList();
  }
}
