package io.tidings.benchmarks.rows.parser;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/** A stream as a server writes it, many equal events with ids of their own, in pieces. */
final class Input {

  /** The type of each event. */
  static final String TYPE = "price";

  private static final int SOCKET = 8 * 1024; // what usually comes at a time

  private final List<String> lines;
  private final int events;
  private final int piece;
  private final byte[] bytes;
  private final List<byte[]> pieces;

  private Input(List<String> lines, int events, int piece) {
    this(lines, events, piece, bytes(lines, events));
  }

  private Input(List<String> lines, int events, int piece, byte[] bytes) {
    this.lines = lines;
    this.events = events;
    this.piece = piece;
    this.bytes = bytes;
    this.pieces = pieces(bytes, piece);
  }

  /** Any bytes, of whose events nothing is known. */
  static Input of(byte[] bytes) {
    return new Input(List.of(), 0, SOCKET, bytes);
  }

  /** The input of that name. */
  static Input of(String name) {
    return switch (name) {
      case "120-byte-events" -> new Input(List.of("x".repeat(120)), 8_000, SOCKET);
      case "120-byte-umlauts" -> new Input(List.of("xxxxxxxxxxä".repeat(10)), 8_000, SOCKET);
      case "1-kb-lines" -> new Input(List.of("x".repeat(1024)), 1_000, SOCKET);
      case "10-byte-lines" -> new Input(Collections.nCopies(100, "x".repeat(10)), 600, SOCKET);
      case "1-byte-chunks" -> new Input(List.of("x".repeat(120)), 500, 1);
      default -> throw new IllegalArgumentException("input must be known; was " + name);
    };
  }

  private static byte[] bytes(List<String> lines, int events) {
    StringBuilder stream = new StringBuilder();
    for (int number = 1; number <= events; number++) {
      stream.append("id: 4f1c9a-").append(number).append("\nevent: ").append(TYPE).append('\n');
      lines.forEach(line -> stream.append("data: ").append(line).append('\n'));
      stream.append('\n');
    }
    return stream.toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The data of each event. */
  String data() {
    return String.join("\n", lines);
  }

  int events() {
    return events;
  }

  /** How many bytes come at a time. */
  int piece() {
    return piece;
  }

  /** The whole stream; not to be changed. */
  byte[] bytes() {
    return bytes;
  }

  private static List<byte[]> pieces(byte[] bytes, int piece) {
    return Stream.iterate(0, at -> at < bytes.length, at -> at + piece)
        .map(at -> Arrays.copyOfRange(bytes, at, Math.min(at + piece, bytes.length)))
        .toList();
  }

  /** The stream in its pieces, each an array of its own. */
  List<byte[]> pieces() {
    return pieces;
  }

  /** The stream as something that gives one piece a read. */
  InputStream stream() {
    return new PiecesStream(bytes, piece);
  }
}
