package io.tidings.benchmarks.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The servers that can be measured. Each is a folder of {@code rows} with its own class path. */
public enum ServerRow {
  TIDINGS_GRIZZLY("tidings-grizzly", 17, true),
  TIDINGS_JETTY("tidings-jetty", 17, true),
  TIDINGS_TOMCAT("tidings-tomcat", 17, true),
  TIDINGS_UNDERTOW("tidings-undertow", 17, true),
  TIDINGS_PORTABLE("tidings-portable", 17, true),
  LIMIT("limit", 17, true),
  JERSEY_BROADCASTER("jersey-broadcaster", 17, true),
  VERTX("vertx", 17, true),
  HELIDON("helidon", 21, false) {
    // Its classes need a newer JDK than the build, so that JDK compiles the row as it starts.
    @Override
    List<String> program(Path target) {
      return List.of(
          "-cp",
          target.resolve("lib") + "/*",
          target.resolve("classes/HelidonRow.java").toString());
    }
  },
  WEBFLUX("webflux", 17, false),
  SPRING_MVC("spring-mvc", 17, false),
  JAVALIN("javalin", 17, false),
  RESTEASY("resteasy", 17, false),
  /** For one question only, so that no other run measures it. */
  BLOCKABLE("blockable", 17, false);

  private final String text;
  private final int java;
  private final boolean quick;

  ServerRow(String text, int java, boolean quick) {
    this.text = text;
    this.java = java;
    this.quick = quick;
  }

  /** All rows by the names that people write. */
  public static List<String> names() {
    return Stream.of(values()).filter(row -> row != BLOCKABLE).map(ServerRow::text).toList();
  }

  /** The rows of a quick run by the names that people write. */
  public static List<String> quickNames() {
    return Stream.of(values()).filter(row -> row.quick).map(ServerRow::text).toList();
  }

  /** The row of that name. */
  public static ServerRow named(String name) {
    return Stream.of(values()).filter(row -> row.text.equals(name)).findFirst().orElseThrow();
  }

  /** The name that people write. */
  public String text() {
    return text;
  }

  /** Whether it is somebody else's: neither ours nor the limit. */
  public boolean isPeer() {
    return this != LIMIT && !text.startsWith("tidings");
  }

  /** The oldest Java that it runs on. */
  int java() {
    return java;
  }

  /** What follows {@code java} and its options. */
  List<String> program(Path target) {
    return List.of("-jar", target.resolve("row.jar").toString());
  }

  /** The whole command. */
  List<String> command(Path home, List<String> options, Path target) {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/java").toString()));
    command.addAll(options);
    command.addAll(program(target));
    return command;
  }
}
