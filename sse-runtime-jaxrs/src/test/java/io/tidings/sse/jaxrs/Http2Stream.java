package io.tidings.sse.jaxrs;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What has come of one HTTP/2 response; whoever reads it grants the window for more. */
final class Http2Stream {

  /** How a response is over. */
  enum End {
    CLEAN,
    RESET,
    LOST
  }

  private static final long PATIENCE = 60;
  private static final byte[] NOTHING_MORE = {};

  private final Http2Client client;
  private final int id;
  private final BlockingQueue<byte[]> received = new LinkedBlockingQueue<>();
  private final CompletableFuture<Boolean> isOk = new CompletableFuture<>();
  private final CompletableFuture<End> end = new CompletableFuture<>();

  // Used by the one that reads.
  private byte[] current = {};
  private int at;

  Http2Stream(Http2Client client, int id) {
    this.client = client;
    this.id = id;
  }

  void begin(boolean ok) {
    isOk.complete(ok);
  }

  void add(byte[] bytes) {
    if (bytes.length > 0) {
      received.add(bytes);
    }
  }

  void end(End how) {
    end.complete(how);
    isOk.complete(false);
    received.add(NOTHING_MORE);
  }

  /** Whether its status is 200, once its head has come. */
  boolean isOk() throws Exception {
    return isOk.get(PATIENCE, TimeUnit.SECONDS);
  }

  /** How it ended, once it has. */
  End end() throws Exception {
    return end.get(PATIENCE, TimeUnit.SECONDS);
  }

  boolean hasEnded() {
    return end.isDone();
  }

  /** One block of an event stream with its blank line. */
  String block() throws Exception {
    ByteArrayOutputStream block = new ByteArrayOutputStream();
    int last = 0;
    while (true) {
      int next = read();
      if (next < 0) {
        throw new EOFException("stream ended inside a block; was " + block.size() + " bytes");
      }
      block.write(next);
      if (next == '\n' && last == '\n') {
        return block.toString(StandardCharsets.UTF_8);
      }
      last = next;
    }
  }

  /** All up to the end, which must be clean. */
  String rest() throws Exception {
    ByteArrayOutputStream rest = new ByteArrayOutputStream();
    for (int next = read(); next >= 0; next = read()) {
      rest.write(next);
    }
    if (end() != End.CLEAN) {
      throw new EOFException("stream must end cleanly; was " + end());
    }
    return rest.toString(StandardCharsets.UTF_8);
  }

  private int read() throws Exception {
    while (at == current.length) {
      byte[] next = received.poll(PATIENCE, TimeUnit.SECONDS);
      if (next == null) {
        throw new IOException("stream must go on or end; did not");
      }
      if (next == NOTHING_MORE) {
        received.add(next);
        return -1;
      }
      current = next;
      at = 0;
      client.grant(id, next.length);
    }
    return current[at++] & 0xff;
  }

  /** Lets so many bytes more through before anything is read. */
  void widen(int bytes) throws IOException {
    client.grant(id, bytes);
  }

  void reset() throws IOException {
    client.reset(id);
  }
}
