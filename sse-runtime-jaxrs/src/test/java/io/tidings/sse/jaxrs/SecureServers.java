package io.tidings.sse.jaxrs;

import io.tidings.sse.testing.TestCertificate;
import jakarta.ws.rs.core.Application;
import java.time.Duration;
import org.apache.catalina.connector.Connector;
import org.apache.tomcat.util.net.SSLHostConfig;
import org.apache.tomcat.util.net.SSLHostConfigCertificate;
import org.eclipse.jetty.http.HttpVersion;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.glassfish.grizzly.ssl.SSLEngineConfigurator;

/** Every container, behind its own TLS. */
final class SecureServers {

  private SecureServers() {}

  static KitServers.Running jetty(Application application, Duration idle) throws Exception {
    SslContextFactory.Server tls = new SslContextFactory.Server();
    tls.setSslContext(TestCertificate.tls());
    HttpConfiguration https = new HttpConfiguration();
    https.addCustomizer(new SecureRequestCustomizer());
    return KitServers.jetty(
            KitServers.ee11(application),
            idle,
            new SslConnectionFactory(tls, HttpVersion.HTTP_1_1.asString()),
            new HttpConnectionFactory(https))
        .encrypted();
  }

  static KitServers.Running tomcat(Application application, Duration idle) throws Exception {
    return KitServers.tomcat(application, idle, SecureServers::encrypt).encrypted();
  }

  private static void encrypt(Connector connector) {
    SSLHostConfig host = new SSLHostConfig();
    SSLHostConfigCertificate certificate =
        new SSLHostConfigCertificate(host, SSLHostConfigCertificate.Type.UNDEFINED);
    certificate.setCertificateKeystore(TestCertificate.keys());
    certificate.setCertificateKeystorePassword(TestCertificate.PASSWORD);
    host.addCertificate(certificate);
    connector.setSecure(true);
    connector.setScheme("https");
    connector.setProperty("SSLEnabled", "true");
    connector.addSslHostConfig(host);
  }

  static KitServers.Running undertow(Application application, Duration idle) throws Exception {
    return KitServers.undertow(
            application,
            idle,
            (server, handler) ->
                server.addHttpsListener(0, KitServers.HOST, TestCertificate.tls(), handler))
        .encrypted();
  }

  static KitServers.Running grizzly(Application application, Duration idle) throws Exception {
    SSLEngineConfigurator tls =
        new SSLEngineConfigurator(TestCertificate.tls(), false, false, false);
    return KitServers.grizzly(
            application,
            idle,
            listener -> {
              listener.setSecure(true);
              listener.setSSLEngineConfig(tls);
            })
        .encrypted();
  }
}
