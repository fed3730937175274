package io.tidings.benchmarks.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublisherTest {

  private static final String EPOCH = "0yjgylzqpxsoi-";

  private final Remembering server = new Remembering();

  @Test
  void publishesAsManyEventsAsTheRateAsksFor() throws IOException {
    try (Acks acks = new Acks()) {
      Message report = new Publisher(server, acks).paced(1_000, 50);

      assertThat(server.ids).hasSize(50).startsWith(EPOCH + "1", EPOCH + "2");
      assertThat(report.number("planned")).isEqualTo(50);
      assertThat(report.number("events")).isEqualTo(50);
    }
  }

  @Test
  void isNeverFurtherAheadOfTheReadersThanTheWindow() throws IOException {
    try (Acks acks = new Acks();
        Socket client = new Socket(InetAddress.getLoopbackAddress(), acks.port())) {
      new DataOutputStream(client.getOutputStream()).writeLong(5);
      client.shutdownOutput();

      Message report = runUntilTheReportsEnd(new Publisher(server, acks));

      assertThat(report).isEqualTo(Message.of("ended"));
      assertThat(server.ids).hasSize(8).endsWith(EPOCH + "8");
    }
  }

  @Test
  void countsItsIdsOnWhenNewReadersBegin() throws IOException {
    try (Acks acks = new Acks()) {
      Publisher publisher = new Publisher(server, acks);
      publisher.paced(1_000, 3);

      publisher.restart();
      publisher.once();

      assertThat(server.ids).endsWith(EPOCH + "3", EPOCH + "4");
    }
  }

  // Three ahead of the fifth event, then it waits for a report that never comes.
  private static Message runUntilTheReportsEnd(Publisher publisher) {
    try {
      return publisher.windowed(3, 60_000);
    } catch (IOException ended) {
      return Message.of("ended");
    }
  }

  /** Keeps the ids of what is published. */
  private static final class Remembering implements RowServer {

    private final List<String> ids = new ArrayList<>();

    @Override
    public int start() {
      return 0;
    }

    @Override
    public void publish(String id, String data) {
      ids.add(id);
    }

    @Override
    public int readers() {
      return 0;
    }
  }
}
