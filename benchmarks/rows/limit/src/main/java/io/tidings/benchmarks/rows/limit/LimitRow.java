package io.tidings.benchmarks.rows.limit;

import io.tidings.benchmarks.harness.RowServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What the machine can do at best: no HTTP beyond a fixed head, one write for all that is due. */
public final class LimitRow implements RowServer {

  private final ByteLog log = new ByteLog();
  private final LimitLoop loop;

  /** Opens the port; readers are served from {@link #start}. */
  public LimitRow() throws IOException {
    loop = new LimitLoop(log);
  }

  @Override
  public int start() {
    Thread thread = new Thread(loop, "limit");
    thread.setDaemon(true);
    thread.start();
    return loop.port();
  }

  @Override
  public void publish(String id, String data) {
    String frame = "id: " + id + "\nevent: " + EVENT + "\ndata: " + data + "\n\n";
    log.append(frame.getBytes(StandardCharsets.UTF_8));
    loop.signal();
  }

  @Override
  public int readers() {
    return loop.readers();
  }
}
