package io.tidings.sse.client.cli;

import io.tidings.sse.client.EventStream;
import io.tidings.sse.client.Gap;
import io.tidings.sse.client.ReceivedEvent;
import io.tidings.sse.client.StreamException;
import io.tidings.sse.client.StreamListener;
import io.tidings.sse.client.StreamState;
import java.io.PrintStream;
import java.net.URI;
import java.util.concurrent.CompletableFuture;

/** Prints what a stream says: events to the output, all else to the errors. */
final class Printer implements StreamListener {

  private final PrintStream out;
  private final PrintStream err;
  private final EventLine line;
  private final Patience patience;
  private final CompletableFuture<EventStream> stream = new CompletableFuture<>();

  Printer(PrintStream out, PrintStream err, EventLine line, Patience patience) {
    this.out = out;
    this.err = err;
    this.line = line;
    this.patience = patience;
  }

  void prints(EventStream running) {
    stream.complete(running);
  }

  @Override
  public void onEvent(ReceivedEvent event) {
    out.println(line.of(event));
    if (out.checkError()) {
      stream.join().close(); // nobody reads the pipe any more
    }
  }

  @Override
  public void onOpen(URI origin) {
    patience.opened();
  }

  @Override
  public void onState(StreamState state) {
    if (state == StreamState.WAITING) {
      err.println("sse: connection is over, the next attempt follows");
    }
  }

  @Override
  public void onGap(Gap gap) {
    String topic = gap.topic().map(name -> " of " + name).orElse("");
    err.println("sse: events" + topic + " are missing (" + gap.reason() + ')');
  }

  @Override
  public void onTopicEnd(String topic) {
    err.println("sse: topic " + Visible.text(topic) + " has ended");
  }

  @Override
  public void onError(StreamException failure) {
    if (patience.goesOn(failure)) {
      err.println("sse: " + Visible.text(String.valueOf(failure.getMessage())));
    }
  }
}
