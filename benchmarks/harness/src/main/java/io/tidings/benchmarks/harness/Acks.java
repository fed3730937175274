package io.tidings.benchmarks.harness;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * What the load client reports while it reads: the newest sequence that all its readers have. Only
 * the publishing thread uses it, so as not to run further ahead of the readers than it means to.
 */
final class Acks implements AutoCloseable {

  private static final int PATIENCE_MS = 2_000;

  private final ServerSocket server;
  private @Nullable Socket client;
  private @Nullable DataInputStream input;
  private long newest;

  Acks() throws IOException {
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    server.setSoTimeout(PATIENCE_MS);
  }

  int port() {
    return server.getLocalPort();
  }

  /** The newest sequence known to have reached all readers. */
  long newest() {
    return newest;
  }

  /** Waits until all readers have this sequence; false when nothing moved for too long. */
  boolean await(long sequence) throws IOException {
    DataInputStream reports = input();
    try {
      while (newest < sequence) {
        newest = reports.readLong();
      }
      return true;
    } catch (SocketTimeoutException stalled) {
      return false;
    }
  }

  private DataInputStream input() throws IOException {
    DataInputStream open = input;
    if (open == null) {
      Socket accepted = server.accept();
      accepted.setSoTimeout(PATIENCE_MS);
      open = new DataInputStream(new BufferedInputStream(accepted.getInputStream()));
      client = accepted;
      input = open;
    }
    return open;
  }

  /** Forgets the client that reported so far; the next one begins at zero. */
  void restart() throws IOException {
    if (client != null) {
      client.close();
    }
    client = null;
    input = null;
    newest = 0;
  }

  @Override
  public void close() throws IOException {
    restart();
    server.close();
  }
}
