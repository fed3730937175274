package io.tidings.benchmarks.rows.undertow;

import io.tidings.benchmarks.rows.tidings.TidingsRow;
import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.http.HttpServlet;
import java.net.InetSocketAddress;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey's servlet on Undertow. */
public final class UndertowRow extends TidingsRow {

  @Override
  public int start() throws Exception {
    DeploymentManager manager = Servlets.newContainer().addDeployment(deployment());
    manager.deploy();
    Undertow server = Undertow.builder().addHttpListener(0, "127.0.0.1", manager.start()).build();
    server.start();
    var address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    return address.getPort();
  }

  private DeploymentInfo deployment() {
    HttpServlet jersey = new ServletContainer(application());
    return Servlets.deployment()
        .setClassLoader(UndertowRow.class.getClassLoader())
        .setContextPath("/")
        .setDeploymentName("bench")
        .addServlet(
            Servlets.servlet(
                    "jersey", ServletContainer.class, new ImmediateInstanceFactory<>(jersey))
                .setAsyncSupported(true)
                .setLoadOnStartup(1)
                .addMapping("/*"));
  }
}
