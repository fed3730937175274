package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcceptedEncodingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gzip",
        "GZIP",
        "x-gzip",
        "gzip, deflate, br, zstd",
        "deflate;q=1.0 , gzip;q=0.5",
        "gzip ; q=1",
        "*",
        "br, *;q=0.1",
        "gzip;q=0.001",
        "identity;q=0.5, gzip",
        "identity;q=0, gzip;q=0.1"
      })
  void gzipIsAccepted(String header) {
    assertThat(AcceptedEncoding.isGzip(header)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "br",
        "identity",
        "gzip;q=0",
        "gzip;q=0.000",
        "gzip;q=0, *",
        "*;q=0",
        "gzip;q=nonsense",
        "gzip;q=-1",
        "gzip;q=2",
        "gzipped",
        "identity, gzip;q=0.5",
        ";;;,,,q=1"
      })
  void gzipIsNotAccepted(String header) {
    assertThat(AcceptedEncoding.isGzip(header)).isFalse();
  }

  @Test
  void whoSaysNothingGetsNothing() {
    assertThat(AcceptedEncoding.isGzip(null)).isFalse();
  }
}
