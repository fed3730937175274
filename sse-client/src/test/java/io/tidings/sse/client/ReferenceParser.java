package io.tidings.sse.client;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The standard once more, word for word and slowly: what the real parser is measured by. */
final class ReferenceParser {

  private final List<String> heard = new ArrayList<>();
  private String data = "";
  private String type = "";
  private String idBuffer = "";
  private boolean ownId;

  private ReferenceParser() {}

  static List<String> parse(byte[] stream) {
    String text = decode(stream);
    ReferenceParser parser = new ReferenceParser();
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    String[] lines = body.split("\r\n|\r|\n", -1);
    for (int i = 0; i < lines.length - 1; i++) { // the last piece has no line end
      parser.line(lines[i]);
    }
    return parser.heard;
  }

  private void line(String line) {
    if (line.isEmpty()) {
      dispatch();
    } else if (!line.startsWith(":")) {
      int colon = line.indexOf(':');
      String value = colon < 0 ? "" : line.substring(colon + 1);
      field(
          colon < 0 ? line : line.substring(0, colon),
          value.startsWith(" ") ? value.substring(1) : value);
    }
  }

  private void field(String name, String value) {
    switch (name) {
      case "event" -> type = value;
      case "data" -> data += value + '\n';
      case "id" -> {
        if (value.indexOf('\0') < 0) {
          idBuffer = value;
          ownId = true;
        }
      }
      case "retry" -> {
        if (value.matches("[0-9]+")) {
          BigInteger most = BigInteger.valueOf(Long.MAX_VALUE);
          heard.add("retry " + new BigInteger(value).min(most));
        }
      }
      default -> {}
    }
  }

  private void dispatch() {
    if (data.isEmpty()) {
      if (ownId) {
        heard.add("cursor " + idBuffer);
      }
    } else {
      String text = data.substring(0, data.length() - 1);
      heard.add(Heard.event(type.isEmpty() ? "message" : type, text, idBuffer));
    }
    ownId = false;
    data = "";
    type = "";
  }

  /** The UTF-8 decoder of the Encoding Standard, step by step, with its own variable names. */
  static String decode(byte[] stream) {
    StringBuilder out = new StringBuilder();
    int point = 0;
    int needed = 0;
    int seen = 0;
    int lower = 0x80;
    int upper = 0xBF;
    int at = 0;
    while (at <= stream.length) {
      if (at == stream.length) {
        return needed == 0 ? out.toString() : out.append('\uFFFD').toString();
      }
      int b = stream[at++] & 0xFF;
      if (needed == 0) {
        if (b <= 0x7F) {
          out.append((char) b);
        } else if (b >= 0xC2 && b <= 0xDF) {
          needed = 1;
          point = b & 0x1F;
        } else if (b >= 0xE0 && b <= 0xEF) {
          lower = b == 0xE0 ? 0xA0 : lower;
          upper = b == 0xED ? 0x9F : upper;
          needed = 2;
          point = b & 0xF;
        } else if (b >= 0xF0 && b <= 0xF4) {
          lower = b == 0xF0 ? 0x90 : lower;
          upper = b == 0xF4 ? 0x8F : upper;
          needed = 3;
          point = b & 0x7;
        } else {
          out.append('\uFFFD');
        }
        continue;
      }
      boolean outside = b < lower || b > upper;
      lower = 0x80;
      upper = 0xBF;
      if (outside) {
        needed = 0;
        seen = 0;
        at--; // restore the byte
        out.append('\uFFFD');
        continue;
      }
      point = point << 6 | (b & 0x3F);
      if (++seen == needed) {
        out.appendCodePoint(point);
        needed = 0;
        seen = 0;
      }
    }
    throw new IllegalStateException("not reached");
  }

  /** Bytes put together from pieces of text and single bytes. */
  static byte[] join(List<byte[]> pieces) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pieces.forEach(out::writeBytes);
    return out.toByteArray();
  }
}
