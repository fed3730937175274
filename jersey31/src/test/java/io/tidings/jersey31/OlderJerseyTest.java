package io.tidings.jersey31;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.sse.SseEventSink;
import org.junit.jupiter.api.Test;

/** What this module runs the runtime's tests on. */
final class OlderJerseyTest {

  @Test
  void theApiIsOlderThanJakartaRest4() throws NoSuchMethodException {
    // Since 4.0 it declares an IOException.
    assertThat(SseEventSink.class.getMethod("close").getExceptionTypes()).isEmpty();
  }

  @Test
  void jerseyIsOlderThan4() throws ClassNotFoundException {
    Class<?> server = Class.forName("org.glassfish.jersey.server.ResourceConfig");

    assertThat(server.getProtectionDomain().getCodeSource().getLocation().getPath())
        .contains("/3.1.");
  }
}
