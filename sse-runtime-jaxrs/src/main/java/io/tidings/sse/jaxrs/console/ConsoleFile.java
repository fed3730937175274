package io.tidings.sse.jaxrs.console;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** One file of the console's page, as it lies beside this class. */
record ConsoleFile(String text, String type) {

  static ConsoleFile of(String name) {
    String type =
        name.endsWith(".css") ? "text/css" : name.endsWith(".js") ? "text/javascript" : "text/html";
    try (InputStream in = ConsoleFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("console must be complete; missing was " + name);
      }
      return new ConsoleFile(new String(in.readAllBytes(), StandardCharsets.UTF_8), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file with its own paths in it; nothing but its own host may be asked for anything. */
  Response response(String base, String path) {
    String text =
        this.text
            .replace("{{console}}", base + path)
            .replace("{{base}}", base)
            .replace("{{stream}}", base + HubView.STREAM);
    return Response.ok(text, type + ";charset=utf-8")
        .header("Cache-Control", "no-cache")
        .header(
            "Content-Security-Policy", "default-src 'self'; img-src data:; frame-ancestors 'none'")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }
}
