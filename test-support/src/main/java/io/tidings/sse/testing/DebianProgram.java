package io.tidings.sse.testing;

import java.util.stream.Stream;

/** A program and the Debian package that brings it. */
record DebianProgram(String name, String debianPackage) {

  /** The program itself and what it is useless without in a test. */
  static Stream<DebianProgram> neededFor(String name) {
    return switch (name) {
      case "chromium" -> Stream.of(of("chromium"), of("chromedriver"));
      default -> Stream.of(of(name));
    };
  }

  private static DebianProgram of(String name) {
    return new DebianProgram(name, packageOf(name));
  }

  private static String packageOf(String name) {
    return switch (name) {
      case "chromedriver" -> "chromium-driver";
      case "ip" -> "iproute2";
      case "node" -> "nodejs";
      case "script" -> "bsdutils";
      case "sysctl" -> "procps";
      default -> name;
    };
  }
}
