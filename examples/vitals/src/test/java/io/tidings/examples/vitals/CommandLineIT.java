package io.tidings.examples.vitals;

import static io.tidings.examples.vitals.VitalsProcess.JAR;
import static io.tidings.examples.vitals.VitalsProcess.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.testing.ChildJvm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommandLineIT {

  private static final int TERMINATED = 128 + 15;

  @Test
  void saysInOneLineWhereItIsLive() {
    try (VitalsProcess vitals = VitalsProcess.start(0)) {
      assertThat(vitals.jvm().output())
          .containsExactly("Vitals are live at " + vitals.address() + " (Ctrl-C stops)");
      assertThat(vitals.address().getHost()).isEqualTo("localhost");
    }
  }

  @Test
  void takesThePortFromTheEnvironment() throws IOException {
    int port = freePort();
    List<String> arguments = List.of("-jar", JAR.toString());

    try (VitalsProcess vitals =
        VitalsProcess.of(ChildJvm.start(Map.of("PORT", String.valueOf(port)), arguments))) {
      assertThat(vitals.port()).isEqualTo(port);
    }
  }

  @Test
  void saysInOneLineThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0);
        ChildJvm vitals = ChildJvm.ofJar(JAR, "--port", String.valueOf(taken.getLocalPort()))) {
      assertThat(vitals.awaitExit(PATIENCE)).isEqualTo(1);
      assertThat(vitals.output())
          .singleElement()
          .asString()
          .startsWith("vitals: port must be free; was " + taken.getLocalPort())
          .contains("choose another with --port " + (taken.getLocalPort() + 1));
    }
  }

  @Test
  void saysInOneLineThatThePortIsNone() {
    try (ChildJvm vitals = ChildJvm.ofJar(JAR, "--port", "eighty")) {
      assertThat(vitals.awaitExit(PATIENCE)).isEqualTo(1);
      assertThat(vitals.output())
          .containsExactly(
              "vitals: port must be a number from 0 to 65535; was eighty; " + Options.USAGE);
    }
  }

  @Test
  void saysInOneLineThatTheHostIsNone() {
    try (ChildJvm vitals = ChildJvm.ofJar(JAR, "--host", "no such host")) {
      assertThat(vitals.awaitExit(PATIENCE)).isEqualTo(1);
      assertThat(vitals.output()).singleElement().asString().startsWith("vitals: host must be");
    }
  }

  @Test
  void saysHowItIsUsed() {
    try (ChildJvm vitals = ChildJvm.ofJar(JAR, "--help")) {
      assertThat(vitals.awaitExit(PATIENCE)).isZero();
      assertThat(vitals.output()).containsExactly(Options.USAGE);
    }
  }

  @Test
  void stopsQuietlyWhenToldTo() {
    try (VitalsProcess vitals = VitalsProcess.start(0)) {
      vitals.jvm().terminate();

      assertThat(vitals.jvm().awaitExit(PATIENCE)).isEqualTo(TERMINATED);
      assertThat(vitals.jvm().output()).hasSize(1);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
