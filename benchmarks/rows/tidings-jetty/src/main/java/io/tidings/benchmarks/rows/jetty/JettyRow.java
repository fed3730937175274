package io.tidings.benchmarks.rows.jetty;

import io.tidings.benchmarks.rows.tidings.TidingsRow;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.glassfish.jersey.servlet.ServletContainer;

/** Jersey's servlet on Jetty. */
public final class JettyRow extends TidingsRow {

  private final Server server = new Server();

  @Override
  public int start() throws Exception {
    ServerConnector connector = new ServerConnector(server);
    connector.setHost("127.0.0.1");
    // or most of thousands that come at once find no place, and try again seconds later
    connector.setAcceptQueueSize(4096);
    server.addConnector(connector);
    ServletHolder servlet = new ServletHolder(new ServletContainer(application()));
    servlet.setAsyncSupported(true);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(servlet, "/*");
    server.setHandler(context);
    server.start();
    return connector.getLocalPort();
  }
}
