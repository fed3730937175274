package io.tidings.sse.client.cli;

import io.tidings.sse.client.SseClient;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** What was typed. */
record Arguments(SseClient.Builder stream, boolean json) {

  static final String USAGE =
      """
      usage: sse URL [--topic TOPIC]... [--last-event-id ID] [--header 'NAME: VALUE']... [--json]

      Prints the events of a stream, one line each: id, type and data, parted by tabs. Connects
      again when the connection is lost, and ends with 0 when the stream ends (204 or sse-end).

        --topic TOPIC         ask for this topic; several are allowed
        --last-event-id ID    start behind this event
        --header 'N: V'       send this header, such as 'Authorization: Bearer ...'
        --json                print one JSON object a line
        --help                print this

      Errors go to the standard error, with exit code 2.
      """;

  /** Collects the arguments one by one. */
  private static final class Reading {
    private String url = "";
    private boolean json;
    private String lastEventId = "";
    private final List<String> topics = new ArrayList<>();
    private final List<String[]> headers = new ArrayList<>();

    void take(String argument, Iterator<String> rest) {
      switch (argument) {
        case "--json" -> json = true;
        case "--topic" -> topics.add(value(argument, rest));
        case "--last-event-id" -> lastEventId = value(argument, rest);
        case "--header" -> headers.add(header(value(argument, rest)));
        default -> url(argument);
      }
    }

    private void url(String argument) {
      if (argument.startsWith("-")) {
        throw new IllegalArgumentException("option must be one that --help tells; was " + argument);
      }
      if (!url.isEmpty()) {
        throw new IllegalArgumentException("URL must be one; was a second: " + argument);
      }
      url = argument;
    }

    private static String value(String option, Iterator<String> rest) {
      if (!rest.hasNext()) {
        throw new IllegalArgumentException(option + " must have a value; was the last argument");
      }
      return rest.next();
    }

    private static String[] header(String text) {
      String[] sides = text.split(":", 2);
      if (sides.length != 2) {
        throw new IllegalArgumentException("header must be NAME: VALUE; was " + text);
      }
      return new String[] {sides[0].strip(), sides[1].strip()};
    }

    URI uri() {
      StringBuilder uri = new StringBuilder(url.contains("://") ? url : "http://" + url);
      for (String topic : topics) {
        uri.append(uri.indexOf("?") < 0 ? '?' : '&').append("topic=");
        uri.append(URLEncoder.encode(topic, StandardCharsets.UTF_8));
      }
      try {
        return new URI(uri.toString());
      } catch (URISyntaxException e) {
        throw new IllegalArgumentException("URL must be valid; was " + url, e);
      }
    }
  }

  static Arguments read(String... args) {
    Reading reading = new Reading();
    Iterator<String> rest = List.of(args).iterator();
    while (rest.hasNext()) {
      reading.take(rest.next(), rest);
    }
    if (reading.url.isEmpty()) {
      throw new IllegalArgumentException("URL must be given; was none");
    }
    SseClient.Builder builder = SseClient.builder(reading.uri()).lastEventId(reading.lastEventId);
    reading.headers.forEach(header -> builder.header(header[0], header[1]));
    return new Arguments(builder, reading.json);
  }
}
