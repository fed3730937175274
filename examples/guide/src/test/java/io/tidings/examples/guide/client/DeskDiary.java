package io.tidings.examples.guide.client;

import io.tidings.sse.client.EndReason;
import io.tidings.sse.client.Gap;
import io.tidings.sse.client.StreamException;
import io.tidings.sse.client.StreamObserver;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down every call, with the types of what it was given. */
final class DeskDiary implements Desk, StreamObserver {

  final List<String> lines = new CopyOnWriteArrayList<>();

  @Override
  public void notice(String office, List<Parcel> parcels) {
    write("notice", office, parcels, parcels.get(0).number());
  }

  @Override
  public void letter(String office, UUID reader, String text) {
    write("letter", office, reader, text);
  }

  @Override
  public void scan(String office, Shelf shelf, byte[] image) {
    write("scan", office, shelf, Arrays.toString(image));
  }

  @Override
  public void waiting(String office, int number, int people) {
    write("waiting", office, number, people);
  }

  @Override
  public void temperature(String office, long floor, String room, double degrees) {
    write("temperature", office, floor, room, degrees);
  }

  @Override
  public void lit(String office, long floor, String room, boolean on) {
    write("lit", office, floor, room, on);
  }

  @Override
  public void sign(
      String office,
      char letter,
      boolean bold,
      BigDecimal price,
      Code code,
      Map<String, int[]> at) {
    Map<String, String> places = new TreeMap<>();
    at.forEach((name, place) -> places.put(name, Arrays.toString(place)));
    write("sign", office, letter, bold, price, code, places);
  }

  @Override
  public void moved(String office, Move move) {
    write("moved any", office, move);
  }

  @Override
  public void moved(String office, Move.Stored stored) {
    write("moved onto a shelf", office, stored);
  }

  @Override
  public void few(String office, String... words) {
    write("few", office, List.of(words));
  }

  @Override
  public void onGap(Gap gap) {
    write("gap", gap.reason(), gap.topic().orElse(""));
  }

  @Override
  public void onError(StreamException failure) {
    write("error", failure.fault(), failure.event().map(event -> event.data()).orElse(""));
  }

  @Override
  public void onTopicEnd(String topic) {
    write("topic end", topic);
  }

  @Override
  public void onEnd(EndReason reason) {
    write("end", reason);
  }

  private void write(Object... words) {
    lines.add(Arrays.deepToString(words));
  }
}
