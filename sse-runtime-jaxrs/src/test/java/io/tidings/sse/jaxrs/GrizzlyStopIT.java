package io.tidings.sse.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.ConnectionProbe;
import org.glassfish.grizzly.nio.NIOConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Grizzly that stops at once, while its hub lives on for the next one. */
final class GrizzlyStopIT extends ContainerContract {

  /** What the kernel may hold of what was written to one connection; it takes a few times that. */
  private static final int LITTLE = 8 << 10;

  /** More than the kernels of both ends take together, when nobody reads. */
  private static final int LARGE = 1_000_000;

  /** A server that stops does not know its port any more. */
  private int port;

  @BeforeEach
  void lookUpPort() {
    port = server.port();
  }

  private RawResponse again(String target, String... headers) throws IOException {
    return opened(RawClient.to(port)).get(target, headers);
  }

  @Override
  TestServer.Starter container() {
    return application -> GrizzlyServer.start(application, new LittleRoom());
  }

  /** Bounds what the kernel holds, which would otherwise grow to what the machine allows. */
  private static final class LittleRoom extends ConnectionProbe.Adapter {
    @Override
    @SuppressWarnings("rawtypes") // as it is declared
    public void onAcceptEvent(Connection listening, Connection accepted) {
      SocketChannel channel = (SocketChannel) ((NIOConnection) accepted).getChannel();
      try {
        channel.setOption(StandardSocketOptions.SO_SNDBUF, LITTLE);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Test
  void aReaderLosesItsConnectionOnlyWhenNobodyIsThereToTakeItInAgain() throws Exception {
    RawResponse stream = live("/markets/alerts");
    markets.alert("last words");

    CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);

    assertThat(stream.block() + stream.block())
        .contains("data: last words\n\n")
        .containsPattern("retry: [0-9]+\n\n");
    assertThatThrownBy(stream::rest).isInstanceOf(EOFException.class); // no clean end
    // A connection that the kernel still takes for a closing server is refused a moment later.
    assertThatThrownBy(() -> again("/markets/alerts"))
        .isInstanceOfAny(SocketException.class, EOFException.class);
    stop.join();
    await().until(() -> hub.connections().isEmpty());
  }

  @Test
  void newcomersOfAnApplicationThatStopsAreToldWhenToComeBack() throws Exception {
    RawClient stuck = stuckReader();
    CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);

    RawResponse refused = refusal();
    RawResponse browser = again("/markets/alerts", "User-Agent: Mozilla/5.0 (X11)");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(refused.header("Retry-After")).matches("[1-9]");
    assertThat(refused.header("Connection")).isEqualTo("close");
    assertThat(browser.status()).isEqualTo(200);
    assertThat(browser.rest()).matches("retry: [0-9]{4}\n\n");
    assertThat(browser.header("Connection")).isEqualTo("close");
    assertThat(stop).isNotDone();
    stuck.reset();
    stop.join();
  }

  /** A client that does not read what is larger than all room, so that the application waits. */
  private RawClient stuckReader() throws IOException {
    RawClient stuck = clientWithTinyWindow();
    live(stuck.get("/markets/alerts"));
    markets.alert("x".repeat(LARGE));
    return stuck;
  }

  /** What the first client gets that is not let in any more. */
  private RawResponse refusal() throws IOException {
    List<RawResponse> answers = new ArrayList<>();
    do {
      answers.add(again("/markets/alerts"));
    } while (answers.get(answers.size() - 1).status() == 200);
    return answers.get(answers.size() - 1);
  }
}
