package io.tidings.benchmarks.rows.resteasy;

import io.tidings.benchmarks.harness.RowServer;
import io.tidings.benchmarks.rows.broadcast.Broadcast;
import io.undertow.Undertow;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** What the Jakarta REST specification offers, by another implementation of it. */
public final class ResteasyRow implements RowServer {

  private final Broadcast broadcast = new Broadcast();
  private final UndertowJaxrsServer server = new UndertowJaxrsServer();

  @Override
  public int start() throws Exception {
    int port = freePort();
    ResteasyDeployment deployment = new ResteasyDeploymentImpl();
    deployment.getResources().add(broadcast);
    server.deploy(deployment);
    server.start(Undertow.builder().addHttpListener(port, "127.0.0.1"));
    return port;
  }

  // The adapter does not tell which port the system chose.
  private static int freePort() throws Exception {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      return probe.getLocalPort();
    }
  }

  @Override
  public void publish(String id, String data) {
    broadcast.send(id, data);
  }

  @Override
  public int readers() {
    return broadcast.readers();
  }
}
