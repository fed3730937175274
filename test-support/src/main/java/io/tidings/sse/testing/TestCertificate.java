package io.tidings.sse.testing;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for localhost that only the tests of one JVM know and trust. */
public final class TestCertificate {

  /** Of the keys. */
  public static final String PASSWORD = "changeit";

  private TestCertificate() {}

  /** Made when the first asks; it takes a second. */
  private static final class Holder {
    private static final KeyStore KEYS = make();
    private static final SSLContext TLS = trusting(KEYS);
  }

  /** The certificate and its key. */
  public static KeyStore keys() {
    return Holder.KEYS;
  }

  /** For both ends. */
  public static SSLContext tls() {
    return Holder.TLS;
  }

  /** The client's end of TLS over a connected socket. */
  public static Socket over(Socket connected) throws IOException {
    SSLSocket socket =
        (SSLSocket)
            tls()
                .getSocketFactory()
                .createSocket(connected, "localhost", connected.getPort(), true);
    socket.startHandshake();
    return socket;
  }

  private static KeyStore make() {
    try {
      Path folder = Files.createTempDirectory("certificate");
      Path file = folder.resolve("localhost.p12");
      generate(file);
      KeyStore keys = KeyStore.getInstance("PKCS12");
      try (InputStream in = Files.newInputStream(file)) {
        keys.load(in, PASSWORD.toCharArray());
      }
      Files.delete(file);
      Files.delete(folder);
      return keys;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("certificate must be made", e);
    }
  }

  private static SSLContext trusting(KeyStore keys) {
    try {
      KeyManagerFactory identity = KeyManagerFactory.getInstance("PKIX");
      identity.init(keys, PASSWORD.toCharArray());
      TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
      trust.init(keys);
      SSLContext tls = SSLContext.getInstance("TLS");
      tls.init(identity.getKeyManagers(), trust.getTrustManagers(), null);
      return tls;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("certificate must be trusted", e);
    }
  }

  // The JDK makes certificates by its tool only.
  private static void generate(Path file) throws IOException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost,ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
        throw new IOException("keytool must make a certificate; did not");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("keytool must make a certificate; was interrupted", e);
    }
  }
}
