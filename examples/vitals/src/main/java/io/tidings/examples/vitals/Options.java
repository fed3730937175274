package io.tidings.examples.vitals;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Where the server listens: from the command line, else from the environment. */
record Options(String host, int port) {

  static final String USAGE = "usage: java -jar vitals.jar [--port N] [--host NAME]";

  private static final Options DEFAULT = new Options("localhost", 8080);
  private static final int HIGHEST_PORT = 65_535;

  /** Throws what to tell the user when a word cannot be understood. */
  static Options parse(List<String> words, Map<String, String> environment) {
    Options options = DEFAULT;
    String fromEnvironment = environment.getOrDefault("PORT", "");
    if (!fromEnvironment.isBlank()) {
      options = options.withPort(fromEnvironment);
    }
    Iterator<String> remaining = words.iterator();
    while (remaining.hasNext()) {
      options = options.with(remaining.next(), remaining);
    }
    return options;
  }

  /** A port to suggest when this one is not to be had. */
  int otherPort() {
    return port < HIGHEST_PORT ? port + 1 : port - 1;
  }

  private Options with(String word, Iterator<String> remaining) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    return switch (name) {
      case "--port" -> withPort(value(word, equals, remaining));
      case "--host" -> new Options(value(word, equals, remaining), port);
      default ->
          throw new IllegalArgumentException(
              "argument must be --port N or --host NAME; was " + word);
    };
  }

  private static String value(String word, int equals, Iterator<String> remaining) {
    if (equals >= 0) {
      return word.substring(equals + 1);
    }
    if (!remaining.hasNext()) {
      throw new IllegalArgumentException("argument must be followed by its value; was " + word);
    }
    return remaining.next();
  }

  private Options withPort(String text) {
    return new Options(host, parsePort(text.strip()));
  }

  private static int parsePort(String text) {
    if (text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= HIGHEST_PORT) {
      return Integer.parseInt(text);
    }
    throw new IllegalArgumentException(
        "port must be a number from 0 to " + HIGHEST_PORT + "; was " + text);
  }
}
