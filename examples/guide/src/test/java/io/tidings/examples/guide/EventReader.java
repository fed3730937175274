package io.tidings.examples.guide;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.glassfish.grizzly.http.server.HttpServer;

/** Reads one stream of a server line by line. For one thread. */
public record EventReader(BufferedReader lines) implements AutoCloseable {

  private static final int TIMEOUT = 10_000;

  /** Asks this server for this path. */
  public static EventReader open(HttpServer server, String path) throws IOException {
    URLConnection connection = address(server).resolve(path).toURL().openConnection();
    connection.setReadTimeout(TIMEOUT);
    return new EventReader(
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8)));
  }

  static URI address(HttpServer server) {
    int port = server.getListeners().iterator().next().getPort();
    return URI.create("http://localhost:" + port + "/");
  }

  /** The lines of the next block that has data. */
  public List<String> event() throws IOException {
    List<String> block = new ArrayList<>();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (!line.isEmpty()) {
        block.add(line);
      } else if (block.stream().anyMatch(field -> field.startsWith("data:"))) {
        return block;
      } else {
        block.clear();
      }
    }
    throw new IllegalStateException("stream must carry an event; it ended before");
  }

  /** All lines until the stream ends. */
  List<String> rest() {
    return lines.lines().toList();
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
