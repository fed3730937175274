package io.tidings.sse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeflationTest {

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] noise(int length, long seed) {
    byte[] noise = new byte[length];
    new Random(seed).nextBytes(noise);
    return noise;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 63, 64, 65, 1000, 65_535, 65_536, 65_537, 200_000})
  void runsInAnyOrderAreOneFile(int length) throws Exception {
    byte[] noise = noise(length, length);
    byte[] text = utf8("event: price\ndata: {\"amount\":42}\n\n".repeat(length / 34 + 1));
    Deflated[] runs = {
      Deflation.of(text, 0, text.length),
      Deflation.of(noise, 0, noise.length),
      Deflation.of(noise, 0, noise.length),
      Deflation.of(text, 0, text.length)
    };
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    GzipFrame frame = new GzipFrame();
    file.write(GzipFrame.head());
    for (Deflated run : runs) {
      frame.append(run);
      file.write(run.bytes());
    }
    file.write(frame.tail());

    byte[] read = new GZIPInputStream(new ByteArrayInputStream(file.toByteArray())).readAllBytes();

    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    expected.write(text);
    expected.write(noise);
    expected.write(noise);
    expected.write(text);
    assertThat(read).isEqualTo(expected.toByteArray());
  }

  @Test
  void aRunCanBeReadBeforeTheNextOneComes() throws Exception {
    byte[] text = utf8("data: all of it must be there, whatever follows\n\n".repeat(5));
    Inflater inflater = new Inflater(true);
    byte[] read = new byte[text.length + 1];

    inflater.setInput(Deflation.of(text, 0, text.length).bytes());
    int length = inflater.inflate(read);

    assertThat(length).isEqualTo(text.length);
    inflater.end();
  }

  @Test
  void whatDoesNotGetShorterIsStored() {
    byte[] noise = noise(1000, 1);

    assertThat(Deflation.of(noise, 0, noise.length).bytes()).hasSize(1005);
    assertThat(Deflation.of(utf8(":\n\n"), 0, 3).bytes()).hasSize(8);
  }

  /** The figures of the guide's page. */
  @Test
  void smallEventsGainLittleAloneAndMuchTogether() {
    assertThat(prices(1)).hasSize(138);
    assertThat(part(1)).isBetween(0.94, 0.98); // 4 % less
    assertThat(part(8)).isBetween(0.2, 0.28); // a quarter
    assertThat(part(64)).isBetween(0.11, 0.14); // an eighth
  }

  /** How much of so many events is left. */
  private static double part(int events) {
    byte[] text = prices(events);
    return (double) Deflation.of(text, 0, text.length).bytes().length / text.length;
  }

  private static byte[] prices(int events) {
    Random random = new Random(7);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < events; i++) {
      String price =
          "event: price\nid: 0yjgylzqpxsoi-%d\ndata: {\"symbol\":\"ACME\",\"amount\":%d.%02d,"
              + "\"currency\":\"EUR\",\"volume\":%d,\"at\":\"2026-01-01T09:00:%02d.%03dZ\"}\n\n";
      text.append(
          price.formatted(
              1_000 + i,
              42 + random.nextInt(3),
              random.nextInt(100),
              100 + random.nextInt(900),
              i % 60,
              random.nextInt(1_000)));
    }
    return utf8(text.toString());
  }

  @Test
  void checksumsOfPartsJoinToThatOfTheWhole() {
    Random random = new Random(7);
    int crc = 0;
    CRC32 whole = new CRC32();
    for (int i = 0; i < 200; i++) {
      byte[] part = noise(1 + random.nextInt(3000), i);
      CRC32 own = new CRC32();
      own.update(part);
      whole.update(part);

      crc = Crc.combined(crc, (int) own.getValue(), Crc.shift(part.length));

      assertThat(crc).isEqualTo((int) whole.getValue());
    }
  }
}
