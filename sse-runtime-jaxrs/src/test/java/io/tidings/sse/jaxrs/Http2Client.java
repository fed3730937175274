package io.tidings.sse.jaxrs;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * One HTTP/2 connection without TLS whose streams have as small a window as no client for users
 * allows.
 */
final class Http2Client implements AutoCloseable {

  private static final int DATA = 0;
  private static final int HEADERS = 1;
  private static final int RST_STREAM = 3;
  private static final int SETTINGS = 4;
  private static final int PING = 6;
  private static final int WINDOW_UPDATE = 8;
  private static final int END_STREAM = 1;
  private static final int ACK = 1;
  private static final int END_HEADERS = 4;
  private static final int INITIAL_WINDOW_SIZE = 4;
  private static final int CANCEL = 8;
  private static final int STATUS_200 = 0x88;

  private final Socket socket;
  private final DataInputStream in;
  private final DataOutputStream out;
  private final Map<Integer, Http2Stream> streams = new ConcurrentHashMap<>();
  private int nextId = 1;

  private Http2Client(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new DataInputStream(socket.getInputStream());
    this.out = new DataOutputStream(socket.getOutputStream());
  }

  /** Every stream may have as many bytes as the window before it is read. */
  static Http2Client to(int port, int window) throws IOException {
    Http2Client client = new Http2Client(new Socket(InetAddress.getLoopbackAddress(), port));
    client.greet(window);
    Thread reading = new Thread(client::read, "http2-client");
    reading.setDaemon(true);
    reading.start();
    return client;
  }

  private void greet(int window) throws IOException {
    socket.setTcpNoDelay(true);
    out.write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    ByteArrayOutputStream settings = new ByteArrayOutputStream();
    settings.write(0);
    settings.write(INITIAL_WINDOW_SIZE);
    settings.writeBytes(number(window));
    send(SETTINGS, 0, 0, settings.toByteArray());
    send(WINDOW_UPDATE, 0, 0, number(1 << 24)); // the connection's own is never in the way
  }

  Http2Stream get(String path) throws IOException {
    int id = nextId;
    nextId += 2;
    Http2Stream stream = new Http2Stream(this, id);
    streams.put(id, stream);
    send(HEADERS, END_STREAM | END_HEADERS, id, request(path));
    return stream;
  }

  /** Every field as a literal that nobody is to remember. */
  private static byte[] request(String path) {
    ByteArrayOutputStream fields = new ByteArrayOutputStream();
    field(fields, ":method", "GET");
    field(fields, ":scheme", "http");
    field(fields, ":path", path);
    field(fields, ":authority", "localhost");
    return fields.toByteArray();
  }

  private static void field(ByteArrayOutputStream fields, String name, String value) {
    fields.write(0);
    for (String text : new String[] {name, value}) {
      byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
      fields.write(bytes.length); // shorter than 127
      fields.writeBytes(bytes);
    }
  }

  void grant(int stream, int bytes) throws IOException {
    send(WINDOW_UPDATE, 0, stream, number(bytes));
  }

  void reset(int stream) throws IOException {
    send(RST_STREAM, 0, stream, number(CANCEL));
  }

  private static byte[] number(int value) {
    return new byte[] {
      (byte) (value >>> 24), (byte) (value >>> 16), (byte) (value >>> 8), (byte) value
    };
  }

  private void send(int type, int flags, int stream, byte[] payload) throws IOException {
    synchronized (out) {
      out.writeByte(0);
      out.writeShort(payload.length);
      out.writeByte(type);
      out.writeByte(flags);
      out.writeInt(stream);
      out.write(payload);
      out.flush();
    }
  }

  private void read() {
    try {
      while (true) {
        int length = in.readUnsignedByte() << 16 | in.readUnsignedShort();
        int type = in.readUnsignedByte();
        int flags = in.readUnsignedByte();
        int id = in.readInt();
        byte[] payload = new byte[length];
        in.readFully(payload);
        receive(type, flags, id, payload);
      }
    } catch (IOException e) {
      streams.values().forEach(stream -> stream.end(Http2Stream.End.LOST));
    }
  }

  private void receive(int type, int flags, int id, byte[] payload) throws IOException {
    Http2Stream stream = streams.get(id);
    if (type == SETTINGS && (flags & ACK) == 0) {
      send(SETTINGS, ACK, 0, new byte[0]);
    } else if (type == PING && (flags & ACK) == 0) {
      send(PING, ACK, 0, payload);
    } else if (stream != null) {
      receive(stream, type, flags, payload);
    }
  }

  private void receive(Http2Stream stream, int type, int flags, byte[] payload) throws IOException {
    if (type == HEADERS) {
      stream.begin((payload[fieldsAt(payload)] & 0xff) == STATUS_200);
    } else if (type == RST_STREAM) {
      stream.end(Http2Stream.End.RESET);
    } else if (type == DATA) {
      stream.add(payload);
      if (payload.length > 0) {
        grant(0, payload.length);
      }
    }
    if ((type == HEADERS || type == DATA) && (flags & END_STREAM) != 0) {
      stream.end(Http2Stream.End.CLEAN);
    }
  }

  /** Behind what the server says of the size of its table. */
  private static int fieldsAt(byte[] head) {
    int at = 0;
    while ((head[at] & 0xe0) == 0x20) {
      boolean isLong = (head[at++] & 0x1f) == 0x1f;
      while (isLong && (head[at++] & 0x80) != 0) {
        // The size goes on.
      }
    }
    return at;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
