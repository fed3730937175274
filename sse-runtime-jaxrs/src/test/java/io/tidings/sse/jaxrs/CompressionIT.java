package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidings.sse.hub.Hub;
import io.tidings.sse.jaxrs.pipe.Pipe;
import io.tidings.sse.jaxrs.pipe.PipeResource;
import io.tidings.sse.testing.RequiresProgram;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.SseEventSink;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.filter.EncodingFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Compressed streams, by every way out of every container, read by decoders of others. */
@ParameterizedClass
@EnumSource
final class CompressionIT extends ServedHub {

  @Parameter WayOut way;

  private Pipe pipe;

  /** A connection that says one thing and ends. */
  @Path("once")
  public static final class Once {
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void say(@Context SseEventSink sink, @Context ContainerRequestContext request) {
      try (SseConnection connection = SseConnection.open(request, sink)) {
        connection.sendData("said once");
      }
    }
  }

  /** Connections of which there may be one. */
  @Path("single")
  public static final class Single {
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public void open(@Context SseEventSink sink, @Context ContainerRequestContext request) {
      SseConnection.open(request, sink, ConnectionOptions.usual().withMost(1, 1));
    }
  }

  @BeforeEach
  void start() throws Exception {
    hub = Hub.builder().codec(JacksonCodec.create()).build();
    pipe = new Pipe(hub);
    server =
        way.start(
            new ResourceConfig(PipeResource.class, Once.class, Single.class)
                .register(SseFeature.of(hub).gzip()),
            KitServers.PATIENT);
  }

  private static final String ACCEPTED = "Accept-Encoding: gzip, deflate";

  private RawResponse compressed(String target) throws IOException {
    RawResponse stream = get(target, ACCEPTED);
    assertThat(stream.status()).isEqualTo(200);
    assertThat(stream.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(stream.header("Vary")).contains("Accept-Encoding");
    assertThat(stream.header("Content-Type")).isEqualTo("text/event-stream");
    return stream;
  }

  /** One block as soon as it has come, which is when a decoder is asked for no byte more. */
  private static String block(InputStream decoded) throws IOException {
    StringBuilder block = new StringBuilder();
    while (!block.toString().endsWith("\n\n")) {
      int next = decoded.read();
      assertThat(next).isNotNegative();
      block.append((char) next);
    }
    return block.toString();
  }

  @Test
  void everyEventCanBeReadWhenItComes() throws Exception {
    InputStream stream = new GZIPInputStream(compressed("/pipe/calm").body());
    block(stream);
    block(stream);

    for (int i = 0; i < 5; i++) {
      pipe.line(Pipe.CALM, "event " + i);
      assertThat(block(stream)).endsWith("\ndata: event " + i + "\n\n");
    }
    pipe.line(Pipe.CALM, "x".repeat(100_000));
    assertThat(block(stream)).hasSizeGreaterThan(100_000);
  }

  @Test
  void heartbeatsComeBetween() throws Exception {
    InputStream stream = new GZIPInputStream(compressed("/pipe/beating").body());
    block(stream);
    block(stream);

    assertThat(block(stream)).isEqualTo(": \n\n");
    pipe.line(Pipe.BEATING, "event");
    String next = block(stream);
    assertThat(next.equals(": \n\n") ? block(stream) : next).endsWith("\ndata: event\n\n");
  }

  @Test
  void manyTopicsOnOneConnectionAreCompressedToo() throws Exception {
    RawResponse response = compressed("/pipe?topic=calm&topic=strict");
    InputStream stream = new GZIPInputStream(response.body());
    block(stream);
    block(stream);

    for (int i = 0; i < 20; i++) {
      pipe.line(i % 3 == 0 ? Pipe.STRICT : Pipe.CALM, "event " + i);
    }

    for (int i = 0; i < 20; i++) {
      assertThat(block(stream)).contains("#line\n").endsWith("\ndata: event " + i + "\n\n");
    }
  }

  @Test
  void aBrowserThatIsSentAwayIsToldSoInPlainText() throws Exception {
    block(new GZIPInputStream(compressed("/single").body()));

    RawResponse second = get("/single", ACCEPTED, "Sec-Fetch-Mode: cors");

    assertThat(second.status()).isEqualTo(200);
    assertThat(second.headers()).doesNotContainKey("Content-Encoding");
    assertThat(second.rest()).matches("retry: [0-9]+\n\n");
  }

  @Test
  void aHandWrittenConnectionIsCompressedToo() throws Exception {
    InputStream stream = new GZIPInputStream(compressed("/once").body());
    block(stream);

    assertThat(block(stream)).isEqualTo("data: said once\n\n");
    assertThat(stream.read()).isNegative();
  }

  @Test
  void aStreamToItsEndIsOneFileForTheJdksDecoder() throws Exception {
    assertThat(decoded(file())).contains("data: event 0\n\n").contains("data: event 199\n\n");
  }

  @Test
  @RequiresProgram({"gzip", "node"})
  void aStreamToItsEndIsOneFileForOtherDecoders() throws Exception {
    byte[] file = file();

    assertThat(decodedBy(file, "gzip", "-dc")).isEqualTo(decoded(file));
    assertThat(decodedBy(file, "node", "-e", NODE)).isEqualTo(decoded(file));
  }

  private byte[] file() throws Exception {
    RawResponse response = compressed("/pipe/calm");
    for (int i = 0; i < 200; i++) {
      pipe.line(Pipe.CALM, "event " + i);
    }
    hub.close(Duration.ofSeconds(5));
    return response.body().readAllBytes();
  }

  private static String decoded(byte[] file) throws IOException {
    byte[] plain = new GZIPInputStream(new ByteArrayInputStream(file)).readAllBytes();
    return new String(plain, StandardCharsets.UTF_8);
  }

  private static final String NODE =
      "process.stdin.pipe(require('zlib').createGunzip().on('error', e => {"
          + " console.error(e); process.exit(1); })).pipe(process.stdout)";

  private static String decodedBy(byte[] file, String... command) throws Exception {
    Process process = new ProcessBuilder(command).start();
    process.getOutputStream().write(file);
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String complaints = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(complaints).isEmpty();
    assertThat(process.exitValue()).isZero();
    return text;
  }

  @Test
  @RequiresProgram("curl")
  void curlReadsItToItsEnd() throws Exception {
    String scheme = way.isEncrypted() ? "https" : "http";
    String url = scheme + "://localhost:" + server.port() + "/once";
    Process curl = new ProcessBuilder("curl", "-sSNk", "--compressed", url).start();

    String text = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String complaints = new String(curl.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(complaints).isEmpty();
    assertThat(text).endsWith("data: said once\n\n");
    assertThat(curl.waitFor()).isZero();
  }

  @Test
  void whoDoesNotAcceptItGetsTheTextAndACacheIsToldSo() throws Exception {
    for (String[] headers : new String[][] {{}, {"Accept-Encoding: gzip;q=0, *"}}) {
      RawResponse stream = get("/pipe/calm", headers);

      assertThat(stream.headers()).doesNotContainKey("Content-Encoding");
      assertThat(stream.header("Vary")).contains("Accept-Encoding");
      assertThat(stream.block()).contains("retry: ");
    }
  }

  @Test
  void nothingIsCompressedUnlessItIsSwitchedOn() throws Exception {
    server.close();
    server =
        way.start(
            new ResourceConfig(PipeResource.class).register(SseFeature.of(hub)),
            KitServers.PATIENT);

    RawResponse stream = get("/pipe/calm", ACCEPTED);

    assertThat(stream.headers()).doesNotContainKeys("Content-Encoding", "Vary");
    assertThat(stream.block()).contains("retry: ");
  }

  @Test
  void anEncoderOfTheApplicationDoesNotCompressItTwice() throws Exception {
    server.close();
    server =
        way.start(
            new ResourceConfig(PipeResource.class)
                .register(SseFeature.of(hub).gzip())
                .register(EncodingFilter.class)
                .register(GZipEncoder.class),
            KitServers.PATIENT);

    InputStream stream = new GZIPInputStream(compressed("/pipe/calm").body());

    assertThat(block(stream)).contains("retry: ");
  }
}
