package io.tidings.examples.vitals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** One file of the page, as it is sent. */
final class PageFile {

  private final byte[] content;
  private final String type;
  private final String digest;

  private PageFile(byte[] content, String type) {
    this.content = content;
    this.type = type + ";charset=utf-8";
    CRC32 checksum = new CRC32();
    checksum.update(ByteBuffer.wrap(content));
    this.digest = Long.toHexString(checksum.getValue());
  }

  static PageFile load(String resource, String type) {
    try (InputStream in = PageFile.class.getClassLoader().getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("page must be complete; missing was " + resource);
      }
      return new PageFile(in.readAllBytes(), type);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** The bytes, which nobody may change. */
  byte[] content() {
    return content;
  }

  String type() {
    return type;
  }

  String digest() {
    return digest;
  }
}
