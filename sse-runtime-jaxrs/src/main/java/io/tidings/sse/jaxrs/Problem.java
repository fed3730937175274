package io.tidings.sse.jaxrs;

import io.tidings.sse.hub.Admission;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** Why a request gets no stream, told as {@code application/problem+json}. */
record Problem(int status, String title, String detail, List<String> topics) implements Asked {

  private static final MediaType TYPE = new MediaType("application", "problem+json");
  private static final int MOST_TOPICS = 16;
  private static final int LONGEST_TEXT = 128;

  static Problem notFound(String title, String detail) {
    return new Problem(404, title, detail, List.of());
  }

  static Problem unknownTopics(String stream, List<String> topics) {
    return new Problem(404, "unknown topic", "stream " + stream + " has no such topic", topics);
  }

  static Problem unauthenticated() {
    return new Problem(401, "not authenticated", "the client must say who it is", List.of());
  }

  static Problem forbidden() {
    return new Problem(403, "not allowed", "the client may not read what it asks for", List.of());
  }

  static Problem badRequest(String title, String detail) {
    return new Problem(400, title, detail, List.of());
  }

  static Problem tooManyTopics(int most) {
    String rule = "a connection may ask for at most " + most;
    return badRequest("too many topics", rule + " topics of this stream");
  }

  /** For programs: a browser would take it as final. */
  static Problem full(Admission.Limit limit) {
    return switch (limit) {
      case PER_CLIENT ->
          new Problem(429, "too many connections", "the client has enough of them", List.of());
      case PER_PRINCIPAL ->
          new Problem(429, "too many connections", "the user has enough of them", List.of());
      case SUBSCRIBERS, PER_TOPIC, CONNECTIONS ->
          new Problem(503, "too many connections", "there is no room for one more", List.of());
      case TOPICS -> new Problem(503, "too many topics", "there is no room for more", List.of());
      case HISTORY ->
          new Problem(503, "history", "what was missed cannot be read at the moment", List.of());
    };
  }

  static Problem closing() {
    return new Problem(503, "closing", "the server is about to stop", List.of());
  }

  Response response() {
    return Response.status(status)
        .type(TYPE)
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store")
        .entity(json().getBytes(StandardCharsets.US_ASCII))
        .build();
  }

  String json() {
    String named =
        topics.stream().limit(MOST_TOPICS).map(Problem::quoted).collect(Collectors.joining(","));
    return "{\"title\":"
        + quoted(title)
        + ",\"status\":"
        + status
        + ",\"detail\":"
        + quoted(detail)
        + (topics.isEmpty() ? "" : ",\"topics\":[" + named + "]")
        + "}";
  }

  /** A JSON string in ASCII that is harmless in markup, too; remote text is cut. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.chars().limit(LONGEST_TEXT).forEach(c -> append(quoted, (char) c));
    return quoted.append(text.length() > LONGEST_TEXT ? "...\"" : "\"").toString();
  }

  private static void append(StringBuilder quoted, char c) {
    if (c < ' ' || c > '~' || "\"\\<>&'".indexOf(c) >= 0) {
      quoted.append(String.format("\\u%04x", (int) c));
    } else {
      quoted.append(c);
    }
  }
}
