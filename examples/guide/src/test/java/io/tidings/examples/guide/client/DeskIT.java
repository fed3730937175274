package io.tidings.examples.guide.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidings.sse.client.ClientSettings;
import io.tidings.sse.client.EventStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DeskIT {

  private static final String WHERE = "süd ost+&#=\ud83d\ude00";
  // Only a topic may carry what containers refuse in a path.
  private static final String ROOM = "1/2 %2F\\+&?#=\u0000";
  private static final UUID READER = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
  private static final Code CODE = new Code("A/B~* 1");
  private static final DeskTopic[] ALL = {
    new DeskTopic.Letters(WHERE, READER),
    new DeskTopic.Scans(WHERE, Desk.Shelf.RIGHT),
    new DeskTopic.Queues(WHERE, -7),
    new DeskTopic.Queues(WHERE, 1),
    new DeskTopic.Rooms(WHERE, 3L, ROOM),
    new DeskTopic.Signs(WHERE, 'ß', true, new BigDecimal("1.50"), CODE),
    new DeskTopic.Moves(WHERE),
    new DeskTopic.Shelves(WHERE),
    new DeskTopic.Few(WHERE),
    new DeskTopic.Notices(WHERE)
  };

  private final Office office = new Office(where -> new String[] {"now", where});
  private final DeskDiary heard = new DeskDiary();
  private final DeskDiary said = new DeskDiary();

  private @Nullable EventStream stream;

  @AfterEach
  void stop() {
    if (stream != null) {
      stream.close();
    }
    office.close();
  }

  @Test
  void everyKindOfPayloadAndVariableArrivesAsItWasPublished() {
    listen(ClientSettings.of(office.uri()), ALL);
    office.awaitReader(ALL);

    everything(office.desk);
    everything(said);

    awaitLines(1 + said.lines.size());
    assertThat(heard.lines.subList(1, heard.lines.size())).isEqualTo(said.lines);
  }

  private static void everything(Desk desk) {
    desk.letter(WHERE, READER, "plain: text\nand more\n\u0000\ud83d\ude00");
    desk.letter(WHERE, READER, "");
    desk.scan(WHERE, Desk.Shelf.RIGHT, new byte[] {0, -1, 10});
    desk.waiting(WHERE, -7, 42);
    desk.nobodyWaits(WHERE);
    desk.temperature(WHERE, 3, ROOM, -0.5);
    desk.lit(WHERE, 3, ROOM, true);
    desk.sign(WHERE, 'ß', true, new BigDecimal("1.50"), CODE, Map.of("x", new int[] {1, 2}));
    desk.moved(WHERE, (Desk.Move) new Desk.Move.Stored(Desk.Shelf.LEFT));
    desk.moved(WHERE, new Desk.Move.Sent(new Parcel(Long.MAX_VALUE, "Ä"), "far away"));
    desk.moved(WHERE, new Desk.Move.Stored(Desk.Shelf.RIGHT));
    desk.few(WHERE, "a", "b");
    desk.notice(WHERE, List.of(new Parcel(1, "one"), new Parcel(2, "two")));
  }

  @Test
  void oneSubscriptionHearsOneExpansionOfTheStream() {
    DeskTopic north = new DeskTopic.Moves("north");
    DeskTopic south = new DeskTopic.Moves("south");
    listen(ClientSettings.of(office.uri()), north);
    office.awaitReader(north);
    office.desk.moved("south", (Desk.Move) new Desk.Move.Stored(Desk.Shelf.LEFT));
    office.desk.moved("north", (Desk.Move) new Desk.Move.Stored(Desk.Shelf.RIGHT));

    awaitLines(1);
    assertThat(heard.lines).containsExactly("[moved any, north, Stored[shelf=the other one]]");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeskClient.connect(office.uri()).subscribe(heard, north, south))
        .withMessageContaining("all of one stream");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeskClient.connect(office.uri()).subscribe(heard))
        .withMessageContaining("at least one");
  }

  @Test
  void aGapIsToldBeforeTheSnapshotThatHealsIt() {
    DeskTopic few = new DeskTopic.Few("north");
    office.desk.few("north", "first");
    String cursor = office.desk.topic(few).lastEventId().orElseThrow();
    for (int i = 0; i < 5; i++) {
      office.desk.few("north", "later", Integer.toString(i));
    }

    ClientSettings settings =
        ClientSettings.of(office.uri()).withHttp(http -> http.lastEventId(cursor));
    listen(settings, few);
    awaitLines(2);
    office.desk.few("north", "live");

    awaitLines(3);
    assertThat(heard.lines)
        .containsExactly(
            "[gap, TRIMMED, few]", "[few, north, [now, north]]", "[few, north, [live]]");
  }

  @Test
  void everyTopicCompletedEndsTheStreamForGood() {
    DeskTopic moves = new DeskTopic.Moves("north");
    DeskTopic shelves = new DeskTopic.Shelves("north");
    listen(ClientSettings.of(office.uri()), moves, shelves);
    office.awaitReader(moves, shelves);
    office.desk.topic(moves).complete();
    office.desk.moved("north", new Desk.Move.Stored(Desk.Shelf.LEFT));
    office.desk.topic(shelves).complete();

    awaitLines(4);
    assertThat(heard.lines)
        .containsExactly(
            "[topic end, moves]",
            "[moved onto a shelf, north, Stored[shelf=LEFT]]",
            "[topic end, shelves]",
            "[end, COMPLETED]");
  }

  @Test
  void aPayloadThatCannotBeDecodedIsReportedAndTheStreamLivesOn() {
    DeskTopic queue = new DeskTopic.Queues("north", 1);
    ClientSettings settings =
        ClientSettings.of(office.uri())
            .withCodec((bytes, type) -> Integer.valueOf(String.valueOf((char) bytes[0])));
    listen(settings, queue);
    office.awaitReader(queue);
    office.desk.waiting("north", 1, -1);
    office.desk.waiting("north", 1, 2);

    awaitLines(2);
    assertThat(heard.lines).containsExactly("[error, PAYLOAD, -1]", "[waiting, north, 1, 2]");
  }

  private void listen(ClientSettings settings, DeskTopic... topics) {
    stream = DeskClient.connect(settings).subscribe(heard, topics);
  }

  private void awaitLines(int count) {
    Awaitility.await()
        .untilAsserted(() -> assertThat(heard.lines).hasSizeGreaterThanOrEqualTo(count));
  }
}
