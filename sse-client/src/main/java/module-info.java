/** The other end of the wire: a reconnecting event-stream client, its parser and its command. */
module io.tidings.sse.client {
  requires transitive java.net.http;
  requires static com.fasterxml.jackson.databind;
  requires static jakarta.json.bind;
  requires static org.jspecify;
  requires static tools.jackson.databind;

  exports io.tidings.sse.client;
}
